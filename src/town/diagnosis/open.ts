import type { DiagnosisCard } from '../../contract/diagnosis.ts'
import { Refused } from '../../contract/refused.ts'
import { record } from '../../journal/record.ts'
import type { Actor, World } from '../../store/world.ts'
import { readDiagnoses, readDiagnosis } from './read.ts'

/**
 * Opens a diagnosis, and closes the one before: a year later, both are side by side. One that nobody has answered yet is given back: there is
 * nothing to compare with. The same key twice opens one.
 */
export async function openDiagnosis(world: World, actor: Actor, key: string): Promise<DiagnosisCard> {
  const id = world.newId()
  const title = `Diagnostic ${ofMonth(world.now())}`
  const [latest] = await readDiagnoses(world.db, actor.insee)
  if (latest && latest.voices.length === 0) return latest
  await record(world, actor, { act: 'diagnosis-open', note: `${title} commencé`, key }, async tx => {
    const at = world.now()
    await tx
      .updateTable('diagnosis')
      .set({ closed_at: at })
      .where('insee', '=', actor.insee)
      .where('closed_at', 'is', null)
      .execute()
    await tx
      .insertInto('diagnosis')
      .values({ insee: actor.insee, id, title, opened_at: at, opened_by: actor.id, closed_at: null })
      .execute()
  })
  return (await readDiagnoses(world.db, actor.insee))[0]!
}

/** Closed: said to be whole, not answered any more until it is opened again. Only the latest is. */
export async function closeDiagnosis(world: World, actor: Actor, id: string, closed: boolean): Promise<DiagnosisCard> {
  const [latest] = await readDiagnoses(world.db, actor.insee)
  if (latest?.id !== id) throw new Refused(409, 'Ce diagnostic est celui d’avant : il reste tel qu’il était.')
  if ((latest.closedAt !== undefined) === closed) return latest
  const note = `${latest.title} ${closed ? 'terminé' : 'repris'}`
  await record(world, actor, { act: 'diagnosis-close', note }, async tx => {
    await tx
      .updateTable('diagnosis')
      .set({ closed_at: closed ? world.now() : null })
      .where('insee', '=', actor.insee)
      .where('id', '=', id)
      .execute()
  })
  return readDiagnosis(world.db, actor.insee, id)
}

const months = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'Europe/Paris' })
/** « de mars 2026 », « d’avril 2026 ». */
function ofMonth(instant: string): string {
  const month = months.format(new Date(instant))
  return /^[aeiouâ]/.test(month) ? `d’${month}` : `de ${month}`
}
