import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { CampaignMessage, MessageLetter, sendMessage } from '../../contract/coach.ts'
import { Refused } from '../../contract/refused.ts'
import { actorIn } from '../../people/coach.ts'
import { referentOf, type Visitor } from '../../people/visitor.ts'
import { sendLetter, sentByHand } from '../letters/send.ts'
import type { LetterWorld } from '../letters/world.ts'
import { writeLetter } from '../letters/write.ts'
import { daysOf, ownCampaign, spanOf, stateIn } from './campaigns.ts'

export interface MessageWorld extends LetterWorld {
  readonly local: boolean
}
type Shown = MessageLetter & { readonly insee: string; readonly name: string }

/** Each town's mail as it would leave, to its own referent: nothing is sent. */
export async function messageLetters(
  world: MessageWorld,
  visitor: Visitor,
  id: string,
  message: CampaignMessage,
): Promise<MessageLetter[]> {
  return (await lettersFor(world, visitor, id, message)).map(({ insee: _, name: __, ...letter }) => letter)
}

async function lettersFor(
  world: MessageWorld,
  visitor: Visitor,
  id: string,
  message: CampaignMessage,
): Promise<Shown[]> {
  const campaign = await ownCampaign(world, visitor, id, world.local)
  const rows = await world.db
    .selectFrom('campaign_town')
    .innerJoin('town', 'town.insee', 'campaign_town.insee')
    .selectAll('campaign_town')
    .select('town.name')
    .where('campaign', '=', id)
    .orderBy('town.name')
    .orderBy('campaign_town.insee')
    .execute()
  const about = { title: campaign.title, span: spanOf(daysOf(campaign)) }
  const wanted = rows.filter(row => stateIn(row) === message.to)
  return Promise.all(
    wanted.map(({ insee, name }) => letterFor(world, visitor, { insee, town: name, ...about }, message)),
  )
}

interface About {
  readonly insee: string
  readonly town: string
  readonly title: string
  readonly span: string
}

async function letterFor(
  world: MessageWorld,
  visitor: Visitor,
  about: About,
  message: CampaignMessage,
): Promise<Shown> {
  const referent = await referentOf(world, about.insee)
  const { name: coach } = await actorIn(world, visitor, about.insee)
  const to = referent?.mail ?? ''
  const text = textOf(world, { ...about, coach, referent: referent?.name ?? '' }, message)
  const letter = {
    insee: about.insee,
    town: about.town,
    name: referent?.name ?? '',
    to,
    subject: message.subject,
    text,
  }
  return { ...letter, key: keyOf(letter), ...(to === '' && { unreachable: true as const }) }
}

const keyOf = (letter: object): string => createHash('sha256').update(JSON.stringify(letter)).digest('hex').slice(0, 32)

/** A link that opens only on this machine is of no use to anybody else. */
function textOf(
  { publicUrl, local }: MessageWorld,
  { coach, referent, title, span }: About & { readonly coach: string; readonly referent: string },
  { body }: CampaignMessage,
): string {
  const where = local ? '' : `\n${publicUrl}/atelier/accompagnement`
  return `Bonjour ${referent},\n\n${body}\n\n${coach}\n\nCampagne « ${title} », ${span}.${where}\n`.replace(
    'Bonjour ,',
    'Bonjour,',
  )
}

/** Sends those that were shown, and no other; each stays in the memory of its town. Without a mail server they were sent by hand. */
export async function sendCampaignMessage(
  world: MessageWorld,
  visitor: Visitor,
  id: string,
  { shown, ...message }: z.output<typeof sendMessage>,
): Promise<void> {
  const letters = (await lettersFor(world, visitor, id, message)).filter(({ unreachable }) => !unreachable)
  const keys = new Set(shown)
  if (letters.length !== keys.size || letters.some(({ key }) => !keys.has(key)))
    throw new Refused(
      409,
      'Le message ou ses destinataires ont changé depuis que vous les avez lus : relisez, puis recommencez.',
    )
  const request = `${id}.${world.newId()}`
  for (const { insee, name, to, subject, text } of letters) {
    const actor = await actorIn(world, visitor, insee)
    const letter = await writeLetter(world, actor, {
      kind: 'campaign',
      to: { name, mail: to },
      subject,
      body: text,
      request,
    })
    await (world.mailer.sends ? sendLetter : sentByHand)(world, actor, letter.id, letter.version)
  }
}
