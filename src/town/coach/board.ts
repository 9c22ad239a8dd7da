import type { Selectable } from 'kysely'
import type { TownOnBoard } from '../../contract/coach.ts'
import type { Home } from '../../contract/sets.ts'
import { townsOf } from '../../people/choose.ts'
import { placesOf } from '../../people/sign-in/places.ts'
import { referentOf, type Visitor, visitorAs } from '../../people/visitor.ts'
import type { TownTable } from '../../store/tables.ts'
import type { World } from '../../store/world.ts'
import { daysBetween, parisDay } from '../calendar/days.ts'
import { blockersOf } from './blockers.ts'
import { waitedVerdicts } from './verdicts.ts'

export interface BoardWorld extends World {
  /** Where a town stands: what its own home page says. */
  readonly homeOf: (insee: string) => Promise<Home>
}

/** The towns where she has a place, by name; on localhost alone, all of them. Nothing of another town is read. */
export async function townsOnBoard(world: BoardWorld, visitor: Visitor, local: boolean): Promise<TownOnBoard[]> {
  const towns = await townsOf(world, visitor, local)
  if (towns.length === 0) return []
  const rows = await world.db
    .selectFrom('town')
    .selectAll()
    .where(
      'insee',
      'in',
      towns.map(({ insee }) => insee),
    )
    .execute()
  const byInsee = new Map(rows.map(row => [row.insee, row]))
  return Promise.all(towns.map(({ insee }) => townOnBoard(world, visitor, byInsee.get(insee)!)))
}

async function townOnBoard(world: BoardWorld, visitor: Visitor, town: Selectable<TownTable>): Promise<TownOnBoard> {
  const { insee } = town
  const home = await world.homeOf(insee)
  const last = await lastAct(world, insee)
  const referent = await referentOf(world, insee)
  return {
    insee,
    name: town.name,
    ...(town.example === 1 && { example: true as const }),
    steps: home.steps,
    step: stepOf(home.steps),
    next: home.next,
    blockers: blockersOf(home.sets, await waitedVerdicts(world, insee)),
    waiting: home.waiting,
    sets: {
      total: home.sets.length,
      published: home.sets.filter(({ published }) => published).length,
      ready: home.sets.filter(({ stage }) => stage === 'ready').length,
    },
    ...(last && { last, quiet: daysBetween(parisDay(last.at), parisDay(world.now())) }),
    mine: (await mayPrepare(world, visitor, insee)) ? 'act' : 'read',
    ...(referent && { referent: referent.name }),
  }
}

/** The furthest that is begun: a town that has opened six sets is publishing, even if it looks for a seventh. */
export function stepOf(steps: Home['steps']): TownOnBoard['step'] {
  const at = Math.max(
    0,
    steps.findLastIndex(({ state }) => state === 'now' || state === 'done'),
  )
  const { title, sentence } = steps[at]!
  return { title, sentence, number: at + 1 }
}

async function lastAct({ db }: World, insee: string): Promise<TownOnBoard['last']> {
  const row = await db
    .selectFrom('journal')
    .select(['at', 'by_name', 'note'])
    .where('insee', '=', insee)
    .where('by', '!=', '')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { at: row.at, by: row.by_name, note: row.note }
}

/** Where she is now, or where her mail has a place: what she may do there is what that town said. */
async function mayPrepare(world: World, visitor: Visitor, insee: string): Promise<boolean> {
  if (visitor.insee === insee) return visitor.rights.includes('prepare')
  const hers = visitor.person.mail === null ? [] : await placesOf(world, visitor.person.mail)
  const place = hers.find(one => one.insee === insee)
  const there = place && (await visitorAs(world, { insee, person: place.person.id }))
  return there?.rights.includes('prepare') ?? false
}
