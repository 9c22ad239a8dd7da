import type { CampaignCard, ProposedCampaign } from '../../contract/coach.ts'
import { referentOf, type Visitor } from '../../people/visitor.ts'
import type { World } from '../../store/world.ts'
import { type CampaignRow, daysOf, stateIn } from './campaigns.ts'

/** Hers, last opened first; on localhost alone, all. */
export async function campaignsOf(world: World, { person }: Visitor, local: boolean): Promise<CampaignCard[]> {
  if (!local && person.mail === null) return []
  const rows = await world.db
    .selectFrom('campaign')
    .selectAll()
    .$if(!local, query => query.where('coach', '=', person.mail ?? ''))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return Promise.all(rows.map(row => campaignCard(world, row)))
}

export async function campaignCard(world: World, row: CampaignRow): Promise<CampaignCard> {
  return {
    id: row.id,
    title: row.title,
    days: daysOf(row),
    ...(row.ended_at !== null && { ended: true as const }),
    towns: await townsOfCampaign(world, row.id),
    messages: await messagesOf(world, row.id),
  }
}

export async function townsOfCampaign(world: World, campaign: string) {
  const rows = await world.db
    .selectFrom('campaign_town')
    .innerJoin('town', 'town.insee', 'campaign_town.insee')
    .selectAll('campaign_town')
    .select('town.name')
    .where('campaign', '=', campaign)
    .execute()
  const towns = await Promise.all(
    rows.map(async row => {
      const referent = await referentOf(world, row.insee)
      return {
        ...({ insee: row.insee, name: row.name, state: stateIn(row) } as const),
        ...(referent && { referent: referent.name }),
      }
    }),
  )
  return towns.sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}

/** Messages sent to its towns, last first: one letter in each town's memory. */
async function messagesOf({ db }: World, campaign: string): Promise<CampaignCard['messages']> {
  const rows = await db
    .selectFrom('letter')
    .innerJoin('town', 'town.insee', 'letter.insee')
    .select(['letter.request', 'subject', 'body', 'written_at', 'to_name', 'state', 'message', 'town.name'])
    .where('kind', '=', 'campaign')
    .where('letter.request', 'like', `${campaign}.%`)
    .orderBy('written_at', 'desc')
    .execute()
  const byMessage = new Map<string, typeof rows>()
  for (const row of rows) byMessage.set(row.request!, [...(byMessage.get(row.request!) ?? []), row])
  return [...byMessage.values()].map(letters => ({
    subject: letters[0]!.subject,
    body: letters[0]!.body,
    at: letters[0]!.written_at,
    to: letters.map(({ name, to_name, state, message }) => ({
      ...{ town: name, name: to_name, state },
      ...(message !== '' && { message }),
    })),
  }))
}

/** What coaches propose to a town, and what it said. One that is ended stays for those who took part. */
export async function proposedTo({ db }: World, insee: string): Promise<ProposedCampaign[]> {
  const rows = await db
    .selectFrom('campaign_town')
    .innerJoin('campaign', 'campaign.id', 'campaign_town.campaign')
    .selectAll('campaign_town')
    .select(['campaign.id', 'title', 'days', 'coach', 'ended_at'])
    .where('insee', '=', insee)
    .orderBy('asked_at', 'desc')
    .execute()
  const coaches = await db.selectFrom('person').select(['mail', 'name']).where('insee', '=', insee).execute()
  return rows
    .filter(row => row.ended_at === null || stateIn(row) === 'joined')
    .map(row => ({
      ...({ id: row.id, title: row.title, days: daysOf(row), state: stateIn(row) } as const),
      coach: coaches.find(({ mail }) => mail === row.coach)?.name ?? 'La personne qui vous accompagne',
    }))
}
