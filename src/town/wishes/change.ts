import type { z } from 'zod'
import type { wishBox, wishDecision, wishGrade, wishService } from '../../contract/wishes.ts'
import { recordIn } from '../../journal/record.ts'
import type { SetRow } from '../../preparation/sets/find.ts'
import { inTown } from '../../store/lock-town.ts'
import type { Tx } from '../../store/open.ts'
import type { Actor, World } from '../../store/world.ts'
import { findNode, findOrCreateNode } from '../register/nodes.ts'
import { receivedOf } from './facts.ts'
import { findWish, keepSaid, type Said, servicesOf } from './rows.ts'
import { standing } from './standing.ts'
import { boxTold, decisionTold, gradeTold, serviceTold } from './words.ts'

/** What an act does to what is said of a wish; nothing when it was already said. */
interface Saying {
  readonly note: string
  readonly now: (seq: number) => Promise<Partial<Said>> | Partial<Said>
}
type Plan = (tx: Tx, wish: { readonly set: SetRow; readonly said: Said }) => Promise<Saying | undefined>

async function say(world: World, actor: Actor, slug: string, act: string, plan: Plan): Promise<void> {
  const { insee } = actor
  await inTown(world.db, insee, async tx => {
    const wish = await findWish(tx, insee, slug)
    const saying = await plan(tx, wish)
    if (!saying) return
    const entry = { act, dataSet: wish.set.id, note: saying.note, beside: true as const }
    await recordIn(tx, world, actor, entry, async (_, seq) => {
      await keepSaid(tx, insee, wish.set.id, { ...wish.said, ...(await saying.now(seq)) }, seq)
    })
  })
}

/** The service to contact is the register's: named here, it is there. */
export const sayService = (
  world: World,
  actor: Actor,
  slug: string,
  { place, name }: z.infer<typeof wishService>,
): Promise<void> =>
  say(world, actor, slug, 'wish-service', async (tx, { said }) => {
    const { insee } = actor
    const key = place === 'first' ? 'service' : 'second'
    const known = name === null ? undefined : await findNode(tx, insee, 'service', name)
    if (name === null ? said[key] === null : known !== undefined && known === said[key]) return undefined
    const services = await servicesOf(tx, insee)
    const nameOf = (id: string | null | undefined) => services.find(one => one.id === id)?.name
    const nodeOf = async (seq: number) =>
      name === null ? null : (await findOrCreateNode(tx, insee, { kind: 'service', name }, seq)).id
    // As the register writes it, however it was typed.
    return {
      note: serviceTold(place, nameOf(said[key]), nameOf(known) ?? name),
      now: async seq => ({ [key]: await nodeOf(seq) }),
    }
  })

/** A person's word on a box stands until she gives it back to Carnet. */
export const sayBox = (world: World, actor: Actor, slug: string, { box, on }: z.infer<typeof wishBox>): Promise<void> =>
  say(world, actor, slug, 'wish-box', async (tx, { set, said }) => {
    if (on === (said.boxes[box]?.on ?? null)) return undefined
    const { boxes } = standing(await received(tx, set), said)
    const { [box]: _was, ...others } = said.boxes
    const mine = on === null ? {} : { [box]: { on, by: actor.name, at: world.now() } }
    return { note: boxTold(boxes.find(one => one.box === box)!, on), now: () => ({ boxes: { ...others, ...mine } }) }
  })

export const sayGrade = (
  world: World,
  actor: Actor,
  slug: string,
  { grade }: z.infer<typeof wishGrade>,
): Promise<void> =>
  say(world, actor, slug, 'wish-grade', async (tx, { set, said }) => {
    if (grade === said.grade) return undefined
    const { auto } = standing(await received(tx, set), said).grade
    return { note: gradeTold(said.grade, grade, auto), now: () => ({ grade }) }
  })

/** A « no » can come back: what was decided before stays in the history. */
export const sayDecision = (
  world: World,
  actor: Actor,
  slug: string,
  { decision, why }: z.infer<typeof wishDecision>,
): Promise<void> =>
  say(world, actor, slug, 'wish-decision', async (_, { said }) => {
    const reason = decision === null ? '' : why
    if (decision === said.decision && reason === said.why) return undefined
    return { note: decisionTold(said.decision, decision, reason), now: () => ({ decision, why: reason }) }
  })

const received = async (tx: Tx, set: SetRow) => (await receivedOf(tx, set.insee, [set])).get(set.id)!
