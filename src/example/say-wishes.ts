import { join } from 'node:path'
import type { WishDecision, WishGrade } from '../contract/wishes.ts'
import type { Actor, World } from '../store/world.ts'
import { sayBox, sayDecision, sayGrade, sayService } from '../town/wishes/change.ts'
import { type ExampleSet, json } from './example.ts'

/** What the town says of one wish, on one day. */
interface Saying {
  readonly slug: string
  readonly service?: string
  readonly second?: string
  readonly missing?: boolean
  readonly grade?: WishGrade
  readonly decision?: WishDecision
  readonly why?: string
}

/** `demo/souhaits.json`: whom to ask, the colours of day 2; on day 4 what is opened, and the bikes that come back. */
export async function sayWishes(
  world: World,
  actor: Actor,
  sets: readonly Pick<ExampleSet, 'name' | 'slug'>[],
  folder: string,
  day: 'day2' | 'day4',
): Promise<void> {
  const sayings = json<Readonly<Record<typeof day, readonly Saying[]>>>(join(folder, 'souhaits.json'))[day]
  for (const { slug: name, service, second, missing, grade, decision, why = '' } of sayings) {
    const slug = sets.find(set => set.name === name)?.slug
    if (slug === undefined) throw new Error(`demo/souhaits.json: no wish is called ${name}`)
    if (service !== undefined) await sayService(world, actor, slug, { place: 'first', name: service })
    if (second !== undefined) await sayService(world, actor, slug, { place: 'second', name: second })
    if (missing) await sayBox(world, actor, slug, { box: 'missing', on: true })
    if (grade) await sayGrade(world, actor, slug, { grade })
    if (decision) await sayDecision(world, actor, slug, { decision, why })
  }
}
