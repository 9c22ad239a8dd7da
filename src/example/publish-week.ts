import { join } from 'node:path'
import type { Fiche } from '../core/fiche/fiche.ts'
import type { GuardAnswer, PersonalKind } from '../core/privacy/index.ts'
import type { Preparation } from '../preparation/preparation.ts'
import { findSet } from '../preparation/sets/find.ts'
import { changeFiche } from '../publication/fiche/index.ts'
import { answerFinding, lookAtSet, openFindings } from '../publication/guard/index.ts'
import { publish } from '../publication/publish/publish.ts'
import { drawRegister } from './draw-register.ts'
import { type ExampleSet, type ExampleTown, json } from './example.ts'
import { type Mending, prepareSet } from './prepare-set.ts'
import { sayWishes } from './say-wishes.ts'

/** `demo/publication.json`: what the town answers for each set that it opens. All invented. */
interface Week {
  readonly guard: Readonly<Partial<Record<PersonalKind, { readonly answer: GuardAnswer; readonly reason: string }>>>
  readonly sets: readonly (Mending & { readonly slug: string; readonly fiche: Partial<Fiche> })[]
}

/** The rest of the example's week: who has what, the diary's six sets prepared, told, looked at for persons, and opened. By the same doors as a person's acts. */
export async function publishWeek(preparation: Preparation, town: ExampleTown, folder: string): Promise<void> {
  await drawRegister(preparation.world, town.actor, folder)
  const week = json<Week>(join(folder, 'publication.json'))
  const works = week.sets.map(wanted => async () => {
    const set = town.sets.find(({ name }) => name === wanted.slug)
    if (!set) throw new Error(`demo/publication.json: no wish is called ${wanted.slug}`)
    await prepareSet(preparation, town.actor, set, wanted)
    await openSet(preparation, town, set, wanted.fiche, week.guard)
  })
  await Promise.all([oneByOne(works), oneByOne(works)])
  await sayWishes(preparation.world, town.actor, town.sets, folder, 'day4')
}

/** As many at a time as there are threads. */
async function oneByOne(works: (() => Promise<void>)[]): Promise<void> {
  for (let work = works.shift(); work; work = works.shift()) await work()
}

async function openSet(
  { world }: Preparation,
  { actor }: ExampleTown,
  { name, slug }: ExampleSet,
  fiche: Partial<Fiche>,
  guard: Week['guard'],
): Promise<void> {
  await changeFiche(world, actor, slug, fiche)
  await lookAtSet(world, actor.insee, slug)
  for (const { key: finding, kind } of await openFindings(world, await findSet(world.db, actor.insee, slug))) {
    const given = guard[kind]
    if (!given) throw new Error(`demo/publication.json: ${name} has a finding of kind ${kind} that nobody answers`)
    await answerFinding(world, actor, slug, { finding, ...given })
  }
  await publish(world, actor, slug, { key: `publish-${name}` })
}
