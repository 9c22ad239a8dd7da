import type { Mail } from '../../adapters/mail/mailer.ts'
import type { LetterCard } from '../../contract/letters.ts'
import { Refused } from '../../contract/refused.ts'
import { record } from '../../journal/record.ts'
import { inTown } from '../../store/lock-town.ts'
import type { Actor } from '../../store/world.ts'
import { showAddresses } from './addresses.ts'
import { whyNotSent } from './failure.ts'
import { attachmentsOf, findLetter, type LetterRow } from './letter.ts'
import type { LetterWorld } from './world.ts'
import { changeRow, readAgain, refuseOther } from './write.ts'

/** Sends the mail that was shown, and no other. Answers it as it is now: sent, or failed with its reason. */
export async function sendLetter(world: LetterWorld, actor: Actor, id: string, shown: string): Promise<LetterCard> {
  if (!world.mailer.sends) throw new Refused(409, NO_SERVER)
  const row = await inTown(world.db, actor.insee, async tx => {
    const now = await findLetter(tx, actor.insee, id)
    refuseOther(now, shown)
    if (now.to_mail === '')
      throw new Refused(
        409,
        `Aucune adresse n’est connue pour ${now.to_name} : ajoutez-la, ou donnez ce texte vous-même.`,
      )
    await changeRow(tx, now, { state: 'sending', sent_at: world.now(), message: '' })
    return now
  })
  await deliver(world, actor, row)
  return readAgain(world, actor, id)
}
const NO_SERVER =
  'Aucun serveur de courriel n’est réglé dans ce Carnet : copiez ce texte dans votre messagerie, envoyez-le, puis dites ici que c’est fait.'

/** Copied into her own mail program and sent from there. */
export async function sentByHand(world: LetterWorld, actor: Actor, id: string, shown: string): Promise<LetterCard> {
  const { to_name, subject } = await findLetter(world.db, actor.insee, id)
  const note = `Courriel « ${subject} » envoyé à ${to_name} par ${actor.name}, depuis sa messagerie`
  await record(world, actor, { act: 'letter-sent', note }, async tx => {
    const now = await findLetter(tx, actor.insee, id)
    refuseOther(now, shown)
    await changeRow(tx, now, { state: 'sent', sent_at: world.now(), message: 'Envoyé depuis votre messagerie' })
  })
  return readAgain(world, actor, id)
}

/** A mail that this process alone holds (`sending`). Answers whether it left; never throws for a mail server. */
export async function deliver(world: LetterWorld, actor: Actor, row: LetterRow): Promise<boolean> {
  const failure = await failureOf(world, row)
  const at = world.now()
  const act = failure === undefined ? 'letter-sent' : 'letter-failed'
  const note =
    failure === undefined
      ? `Courriel « ${row.subject} » envoyé à ${row.to_name}`
      : `Courriel « ${row.subject} » pour ${row.to_name} non parti`
  await record(world, actor, { act, note }, async tx => {
    if (failure === undefined) await changeRow(tx, row, { state: 'sent', sent_at: at })
    else await changeRow(tx, row, { state: 'failed', sent_at: null, message: failure })
  })
  return failure === undefined
}

async function failureOf(world: LetterWorld, row: LetterRow): Promise<string | undefined> {
  try {
    await world.mailer.send(await mailOf(world, row))
    return undefined
  } catch (error) {
    return error instanceof Refused ? error.message : whyNotSent(error)
  }
}

/** What leaves. A place left empty would be a mail without its link: it does not leave. */
export async function mailOf(world: LetterWorld, row: LetterRow): Promise<Mail> {
  const text = await showAddresses(world, row.insee, row.body)
  if (text.includes('{lien:'))
    throw new Refused(409, 'L’adresse du lien ne peut plus être lue sur cet ordinateur : refaites la demande.')
  const attachments = await Promise.all(
    attachmentsOf(row).map(async ({ name, type, sha256 }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(await world.blobs.get(sha256)),
    })),
  )
  return { to: row.to_mail, subject: row.subject, text, ...(attachments.length > 0 && { attachments }) }
}
