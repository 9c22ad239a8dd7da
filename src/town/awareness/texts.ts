import type { z } from 'zod'
import { AWARENESS_TEXTS, type Awareness, type AwarenessName, quizProblem } from '../../contract/awareness.ts'
import type { KitPiece, writePiece } from '../../contract/kit.ts'
import type { TownText } from '../../contract/publication.ts'
import { Refused } from '../../contract/refused.ts'
import { readCatalog } from '../../publication/catalog/read.ts'
import { typeset } from '../../publication/kit/typeset.ts'
import { townText, townTexts, writeTownText } from '../../publication/texts/texts.ts'
import type { Actor, World } from '../../store/world.ts'
import { agents, elected, heads } from './courses.ts'
import { type AwarenessFacts, awarenessFacts } from './facts.ts'
import { quizOfAgents, quizOfElected, quizOfHeads } from './quizzes.ts'
import { seminar } from './seminar.ts'

export interface AwarenessWorld extends World {
  readonly publicUrl: string
}

interface Kind {
  readonly purpose: string
  readonly write: (facts: AwarenessFacts) => string
}

/** What Carnet proposes under each name, until the town writes it. */
export const KINDS: Readonly<Record<AwarenessName, Kind>> = {
  elus: { purpose: 'Pour qu’ils disent oui devant les autres.', write: elected },
  chefs: { purpose: 'Pour qu’ils disent qui tient quoi, et relaient.', write: heads },
  agents: { purpose: 'Pour qu’ils voient à quoi sert ce qu’ils savent.', write: agents },
  'quiz-elus': { purpose: 'Cinq questions, après les cartes.', write: quizOfElected },
  'quiz-chefs': { purpose: 'Cinq questions, après les cartes.', write: quizOfHeads },
  'quiz-agents': { purpose: 'Cinq questions, après les cartes.', write: quizOfAgents },
  deroule: { purpose: 'Trois rencontres : les élus, les chefs de service, les agents.', write: seminar },
}

const PLACE = 'sensibiliser/'
/** What Carnet proposed when a person wrote: kept beside her words, to know when the sets have changed since. */
const BASES = 'sensibiliser-depart/'

export async function readAwareness(world: AwarenessWorld, insee: string): Promise<Awareness> {
  const facts = await factsFor(world, insee)
  const [written, bases] = [await townTexts(world.db, insee, PLACE), await townTexts(world.db, insee, BASES)]
  const texts = AWARENESS_TEXTS.map(({ name }) =>
    pieceOf(name, facts, written.get(PLACE + name), bases.get(BASES + name)),
  )
  return { sets: facts.sets.length, texts }
}

export async function readAwarenessText(world: AwarenessWorld, insee: string, asked: string): Promise<KitPiece> {
  const name = known(asked)
  const written = await townText(world.db, insee, PLACE + name)
  return pieceOf(name, await factsFor(world, insee), written, await townText(world.db, insee, BASES + name))
}

/** A person's writing: a new version, the earlier ones stay. A quiz that cannot be played is refused, and says which question. */
export async function writeAwarenessText(
  world: AwarenessWorld,
  actor: Actor,
  asked: string,
  { body, seen }: z.output<typeof writePiece>,
): Promise<KitPiece> {
  const name = known(asked)
  const problem = name.startsWith('quiz-') ? quizProblem(body) : undefined
  if (problem !== undefined) throw new Refused(422, problem)
  const facts = await factsFor(world, actor.insee)
  const beside = { name: BASES + name, body: proposalOf(name, facts) }
  await writeTownText(world, actor, { name: PLACE + name, title: titleOf(name), body, seen, beside })
  return readAwarenessText(world, actor.insee, name)
}

function known(asked: string): AwarenessName {
  const found = AWARENESS_TEXTS.find(({ name }) => name === asked)
  if (!found) throw new Refused(404, 'Ce texte n’est pas dans les parcours.')
  return found.name
}

const titleOf = (name: AwarenessName): string => AWARENESS_TEXTS.find(text => text.name === name)!.title
const proposalOf = (name: AwarenessName, facts: AwarenessFacts): string => typeset(KINDS[name].write(facts))

async function factsFor(world: AwarenessWorld, insee: string): Promise<AwarenessFacts> {
  const { sets } = await readCatalog(world)
  const { name } = await world.db.selectFrom('town').select('name').where('insee', '=', insee).executeTakeFirstOrThrow()
  return awarenessFacts(
    name,
    world.publicUrl,
    sets.filter(set => set.insee === insee),
  )
}

function pieceOf(
  name: AwarenessName,
  facts: AwarenessFacts,
  written: TownText | undefined,
  basis: TownText | undefined,
): KitPiece {
  const base = { name, title: titleOf(name), purpose: KINDS[name].purpose, group: 'internal' as const }
  const proposal = proposalOf(name, facts)
  if (!written || written.version === 0) return { ...base, body: proposal, version: 0 }
  const changed = basis !== undefined && basis.version > 0 && basis.body !== proposal && written.body !== proposal
  const { body, version, writtenBy, writtenAt } = written
  return { ...base, body, version, writtenBy, writtenAt, ...(changed && { newProposal: proposal }) }
}
