import type { OthersCard } from '../../contract/diagnosis.ts'
import { scoreOf } from '../../core/diagnosis/score.ts'
import { leadOf } from '../../core/diagnosis/voices.ts'
import type { Database } from '../../store/open.ts'
import { SHARED } from './facts.ts'
import { readDiagnoses } from './read.ts'

/** Fewer towns together would let each one be guessed. */
const FEWEST = 3

/**
 * How the other towns of this Carnet stand: only those whose referent shares, whose eight scored answers are there, and that are not invented.
 * Names are said between towns of one campaign; the rest is only ever counted together.
 */
export async function otherTowns(db: Database, insee: string): Promise<OthersCard> {
  const near = await sameCampaign(db, insee)
  const known: { insee: string; name: string; total: number; level: number }[] = []
  for (const town of await sharing(db, insee)) {
    const [latest] = await readDiagnoses(db, town.insee)
    const lead = latest && leadOf(latest.voices, latest.openedBy)
    const score = lead && scoreOf(lead.answers)
    if (score?.level) known.push({ ...town, total: score.total, level: score.level.number })
  }
  const totals = known.map(({ total }) => total).sort((a, b) => a - b)
  const campaign = known.filter(town => near.has(town.insee)).map(({ name, total, level }) => ({ name, total, level }))
  return { campaign, ...(totals.length >= FEWEST && { together: together(totals) }) }
}

const sharing = (db: Database, insee: string) =>
  db
    .selectFrom('town_fact')
    .innerJoin('town', 'town.insee', 'town_fact.insee')
    .select(['town.insee as insee', 'town.name as name'])
    .where('town_fact.name', '=', SHARED)
    .where('town_fact.value', '=', 'oui')
    .where('town.example', '=', 0)
    .where('town.insee', '!=', insee)
    .orderBy('town.name')
    .execute()

const together = (sorted: readonly number[]) => ({
  towns: sorted.length,
  lowest: sorted[0]!,
  median: (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2,
  highest: sorted.at(-1)!,
})

/** Towns that are with this one in a campaign that goes on. */
async function sameCampaign(db: Database, insee: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('campaign_town as mine')
    .innerJoin('campaign', 'campaign.id', 'mine.campaign')
    .innerJoin('campaign_town as other', 'other.campaign', 'mine.campaign')
    .select('other.insee as insee')
    .where('mine.insee', '=', insee)
    .where('campaign.ended_at', 'is', null)
    .where('mine.joined_at', 'is not', null)
    .where('mine.left_at', 'is', null)
    .where('other.joined_at', 'is not', null)
    .where('other.left_at', 'is', null)
    .execute()
  return new Set(rows.map(row => row.insee))
}
