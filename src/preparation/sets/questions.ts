import type { SetQuestions } from '../../contract/sets.ts'
import type { OpenQuestion } from '../../core/propose/index.ts'
import { holderOf } from '../models/themes.ts'
import type { PreparationWorld } from '../world.ts'
import type { Checks } from './checks.ts'
import { findSet } from './find.ts'
import { stepsOf } from './steps.ts'

const YOU = 'Vous'
const FILLER = 'Le service qui a rempli le fichier'

/** What only persons know, by who may know it: steps to decide are for the person here, facts for whoever holds the data. */
export async function setQuestions(
  world: PreparationWorld,
  checks: Checks,
  insee: string,
  slug: string,
): Promise<SetQuestions> {
  const set = await findSet(world.db, insee, slug)
  const { questions, seq } = await checks.now(insee, slug)
  const toDecide = new Set((await stepsOf(world.db, set)).filter(({ off }) => off).map(({ reason }) => reason))
  const holder = holderOf(set.theme) ?? FILLER
  const groups = new Map<string, OpenQuestion[]>()
  for (const question of questions) {
    const who = toDecide.has(question.question) ? YOU : holder
    groups.set(who, [...(groups.get(who) ?? []), question])
  }
  return { seq, groups: [...groups].map(([who, asked]) => ({ who, questions: asked })) }
}
