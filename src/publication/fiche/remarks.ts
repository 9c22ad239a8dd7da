import type { FicheRemark } from '../../contract/publication.ts'
import { Refused } from '../../contract/refused.ts'
import { FICHE_FIELDS, type FicheField } from '../../core/fiche/fiche.ts'
import { QUESTIONS } from '../../core/fiche/questions.ts'
import { record } from '../../journal/record.ts'
import { findSet } from '../../preparation/sets/find.ts'
import type { Database } from '../../store/open.ts'
import type { Actor, World } from '../../store/world.ts'

type Remark = FicheRemark & { readonly field: FicheField; readonly by: string }

/** The journal is where remarks are kept: the act names the box, the note says the words. */
const ACT = 'fiche-remark-'
const before = (field: FicheField): string => `Remarque sur « ${QUESTIONS[field].label} » : `
/** Seen twice, a remark is seen once. */
const seenKey = (dataSet: string, seq: number): string => `seen-${dataSet}-${seq}`

export const remarkEntry = (field: FicheField, remark: string) => ({
  act: `${ACT}${field}`,
  beside: true as const,
  note: `${before(field)}${remark}`,
})

/** What was said of the boxes by links, oldest first. What was erased for good is not there. */
export async function remarksOn(db: Database, insee: string, dataSet: string): Promise<Remark[]> {
  const rows = await db
    .selectFrom('journal')
    .select(['seq', 'at', 'act', 'note', 'by', 'by_name'])
    .where(is => is.and({ insee, data_set: dataSet }))
    .where(
      'act',
      'in',
      FICHE_FIELDS.map(field => `${ACT}${field}`),
    )
    .where('erased', 'is', null)
    .orderBy('seq')
    .execute()
  return rows.map(({ seq, at, act, note, by, by_name }) => {
    const field = act.slice(ACT.length) as FicheField
    return { seq: Number(seq), at, field, by, label: by_name, remark: note.slice(before(field).length) }
  })
}

/** Those that nobody has seen yet. */
export async function openRemarks(db: Database, insee: string, dataSet: string): Promise<Remark[]> {
  const all = await remarksOn(db, insee, dataSet)
  if (all.length === 0) return []
  const seen = await db
    .selectFrom('journal')
    .select('key')
    .where(is => is.and({ insee, data_set: dataSet, act: 'see-remark' }))
    .execute()
  const keys = new Set(seen.map(({ key }) => key))
  return all.filter(({ seq }) => !keys.has(seenKey(dataSet, seq)))
}

export async function seeRemark(world: World, actor: Actor, slug: string, seq: number): Promise<void> {
  const set = await findSet(world.db, actor.insee, slug)
  const remark = (await remarksOn(world.db, actor.insee, set.id)).find(one => one.seq === seq)
  if (!remark) throw new Refused(404, 'Cette remarque n’est pas dans ce jeu.')
  const note = `Remarque vue : « ${QUESTIONS[remark.field].label} », de ${remark.label}`
  const entry = { act: 'see-remark', dataSet: set.id, note, key: seenKey(set.id, seq), beside: true as const }
  await record(world, actor, entry, async () => {})
}
