import type { Selectable } from 'kysely'
import type { CampaignDay, CampaignWords } from '../../contract/coach.ts'
import { Refused } from '../../contract/refused.ts'
import { record } from '../../journal/record.ts'
import { townsOf } from '../../people/choose.ts'
import { actorIn, isCoach } from '../../people/coach.ts'
import type { Visitor } from '../../people/visitor.ts'
import type { Database } from '../../store/open.ts'
import type { CampaignTable, CampaignTownTable } from '../../store/town-tables.ts'
import type { World } from '../../store/world.ts'
import { dayInWords } from '../calendar/days.ts'

export type CampaignRow = Selectable<CampaignTable>
export type CampaignTownRow = Selectable<CampaignTownTable>

/** Where somebody has no mail, there is one machine and one keyboard. */
const HERE = 'localhost'
const ownerOf = ({ person }: Visitor): string => person.mail ?? HERE

/** Days with several towns: five in a week, or any others. Written in the journal of the town where she is. */
export async function createCampaign(
  world: World,
  visitor: Visitor,
  words: CampaignWords,
  local: boolean,
): Promise<string> {
  if (!(await isCoach(world, visitor, local)))
    throw new Refused(403, 'Seule une personne qui accompagne des communes peut ouvrir une campagne.')
  const id = world.newId()
  const row = { id, coach: ownerOf(visitor), ...rowOf(words), created_at: world.now(), ended_at: null }
  await record(
    world,
    visitor.actor,
    { act: 'campaign', note: `Campagne « ${words.title} » ouverte, ${spanOf(words.days)}` },
    async tx => {
      await tx.insertInto('campaign').values(row).execute()
    },
  )
  return id
}

export async function changeCampaign(
  world: World,
  visitor: Visitor,
  id: string,
  words: CampaignWords,
  local: boolean,
): Promise<void> {
  await ownCampaign(world, visitor, id, local)
  await record(
    world,
    visitor.actor,
    { act: 'campaign', note: `Campagne « ${words.title} » changée, ${spanOf(words.days)}` },
    async tx => {
      await tx.updateTable('campaign').set(rowOf(words)).where('id', '=', id).execute()
    },
  )
}

/** It stays to be read; nobody joins it any more. */
export async function endCampaign(world: World, visitor: Visitor, id: string, local: boolean): Promise<void> {
  const { title, ended_at } = await ownCampaign(world, visitor, id, local)
  if (ended_at !== null) return
  await record(world, visitor.actor, { act: 'campaign', note: `Campagne « ${title} » terminée` }, async tx => {
    await tx.updateTable('campaign').set({ ended_at: world.now() }).where('id', '=', id).execute()
  })
}

/** Proposed to towns of hers: each referent says yes or no, and may be asked again. */
export async function proposeCampaign(
  world: World,
  visitor: Visitor,
  id: string,
  towns: readonly string[],
  local: boolean,
): Promise<void> {
  const { title, days, ended_at } = await ownCampaign(world, visitor, id, local)
  if (ended_at !== null) throw new Refused(409, `« ${title} » est terminée : ouvrez une autre campagne.`)
  const hers = new Set((await townsOf(world, visitor, local)).map(({ insee }) => insee))
  const stranger = towns.find(insee => !hers.has(insee))
  if (stranger !== undefined)
    throw new Refused(403, `La commune ${stranger} n’est pas parmi celles que vous accompagnez.`)
  for (const insee of new Set(towns)) {
    const actor = await actorIn(world, visitor, insee)
    const note = `${actor.name} propose à la commune la campagne « ${title} », ${spanOf(daysOf({ days }))}`
    await record(world, actor, { act: 'campaign-propose', note }, async tx => {
      const there = await townIn(tx, id, insee)
      if (!there) {
        const row = { insee, campaign: id, asked_at: world.now(), joined_at: null, left_at: null }
        await tx.insertInto('campaign_town').values(row).execute()
      } else if (there.left_at !== null) await setTown(tx, there, { joined_at: null, left_at: null })
    })
  }
}

const SAID = { join: 'participe à', refuse: 'ne participe pas à', leave: 'quitte' } as const

/** The referent's own yes or no. */
export async function answerCampaign(
  world: World,
  { actor, insee }: Visitor,
  id: string,
  answer: keyof typeof SAID,
): Promise<void> {
  const campaign = await findCampaign(world.db, id)
  if (!(await townIn(world.db, id, insee))) throw unknown()
  if (campaign.ended_at !== null && answer === 'join') throw new Refused(409, `« ${campaign.title} » est terminée.`)
  const note = `La commune ${SAID[answer]} la campagne « ${campaign.title} »`
  await record(world, actor, { act: 'campaign-answer', note }, async tx => {
    const there = (await townIn(tx, id, insee))!
    await setTown(tx, there, answer === 'join' ? { joined_at: world.now(), left_at: null } : { left_at: world.now() })
  })
}

/** Where a town stands in a campaign. */
export const stateIn = ({ joined_at, left_at }: CampaignTownRow) =>
  left_at !== null ? (joined_at === null ? 'refused' : 'left') : joined_at === null ? 'asked' : 'joined'

/** Hers; on localhost alone, whoever is at the keyboard. Another's does not exist for her. */
export async function ownCampaign(world: World, visitor: Visitor, id: string, local: boolean): Promise<CampaignRow> {
  const row = await findCampaign(world.db, id)
  if (!local && row.coach !== visitor.person.mail) throw unknown()
  return row
}

/** To read its days: its coach, and the towns that it was proposed to. */
export async function readableCampaign(
  world: World,
  visitor: Visitor,
  id: string,
  local: boolean,
): Promise<CampaignRow> {
  const row = await findCampaign(world.db, id)
  const own = local || row.coach === visitor.person.mail
  if (!own && !(await townIn(world.db, id, visitor.insee))) throw unknown()
  return row
}

export async function findCampaign(db: Database, id: string): Promise<CampaignRow> {
  const row = await db.selectFrom('campaign').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw unknown()
  return row
}

const unknown = () => new Refused(404, 'Cette campagne n’existe pas, ou elle n’est pas la vôtre.')

const townIn = (db: Database, campaign: string, insee: string): Promise<CampaignTownRow | undefined> =>
  db
    .selectFrom('campaign_town')
    .selectAll()
    .where(is => is.and({ insee, campaign }))
    .executeTakeFirst()

const setTown = (
  db: Database,
  { insee, campaign }: CampaignTownRow,
  set: Partial<Pick<CampaignTownRow, 'joined_at' | 'left_at'>>,
) =>
  db
    .updateTable('campaign_town')
    .set(set)
    .where(is => is.and({ insee, campaign }))
    .execute()

/** Days in order, whichever order they were typed in. */
function rowOf({ title, days }: CampaignWords) {
  const start = ({ day, from = '' }: CampaignDay) => `${day} ${from}`
  for (const { title: name, from, to } of days)
    if (to !== undefined && (from === undefined || to <= from))
      throw new Refused(400, `« ${name} » : j’ai lu une fin à ${to} ; j’attendais une heure après celle du début.`)
  return { title, days: JSON.stringify([...days].sort((a, b) => (start(a) < start(b) ? -1 : 1))) }
}

export const daysOf = ({ days }: Pick<CampaignRow, 'days'>): readonly CampaignDay[] =>
  JSON.parse(days) as readonly CampaignDay[]

/** « le 2 mars 2026 », « du 2 mars 2026 au 6 mars 2026 ». */
export function spanOf(days: readonly CampaignDay[]): string {
  const inOrder = days.map(({ day }) => day).sort()
  const [first, last] = [inOrder[0]!, inOrder.at(-1)!]
  return first === last ? `le ${dayInWords(first)}` : `du ${dayInWords(first)} au ${dayInWords(last)}`
}
