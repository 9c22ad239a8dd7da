import { firstFree } from './hand.ts'
import { matchSteps, sayingOf } from './match-steps.ts'
import { mergeStep } from './merge-step.ts'
import type { RecipeStep } from './step.ts'

/**
 * The next proposal with all that persons decided since the last one: steps switched on or off, changed, taken out, moved, added, and what hands did.
 * A step that was already there keeps its id, for cells and entries of the journal refer to it; `used` are ids that no new step may take.
 *
 * - A step that a person took out is not proposed again, as long as the proposal repeats it.
 * - A step that she decided on stays even when it is no longer proposed; one that nobody touched follows the proposal.
 * - What she added stays after the step that it followed; at the end when nothing followed, which is where hands write.
 */
export function rebase(
  last: readonly RecipeStep[],
  current: readonly RecipeStep[],
  next: readonly RecipeStep[],
  used: Iterable<string> = [],
): RecipeStep[] {
  const now = matchSteps(last, current)
  const repeated = matchSteps(next, last)
  const ofLast = new Map([...now].map(([was, mine]) => [mine, was]))
  const own = current.filter(one => !ofLast.has(one))
  const alreadyAdded = matchSteps(
    next.filter(one => !repeated.has(one)),
    own,
  )
  const taken = new Set([...used, ...[...last, ...current].map(({ id }) => id)])
  const entries = next.flatMap((one): Entry[] => {
    const was = repeated.get(one)
    const mine = was ? now.get(was) : alreadyAdded.get(one)
    if (was && mine) return [{ mine, step: mergeDecided(was, mine, one) }]
    if (was) return []
    if (mine) return [{ mine, step: mine }]
    const id = firstFree(one.id, taken)
    taken.add(id)
    return [{ step: { ...one, id } }]
  })
  const placed = new Set(entries.map(({ mine }) => mine))
  const stays = (one: RecipeStep) => !placed.has(one) && isDecided(ofLast.get(one), one)
  return interleave(wereMoved(last, now, current) ? asMoved(entries, current) : entries, current, stays)
}

/** A step of the result, and the one of the current recipe that it is. */
interface Entry {
  readonly mine?: RecipeStep
  readonly step: RecipeStep
}

/** Added by the person, or no longer as it was proposed. */
const isDecided = (was: RecipeStep | undefined, mine: RecipeStep): boolean =>
  was === undefined || was.off !== mine.off || sayingOf(was) !== sayingOf(mine)

function mergeDecided(was: RecipeStep, mine: RecipeStep, next: RecipeStep): RecipeStep {
  if (mine.step.type === 'by-hand') return mine
  const { off: proposedOff, ...proposed } = next
  const off = mine.off === was.off ? proposedOff : mine.off
  return {
    ...proposed,
    id: mine.id,
    step: mergeStep(was.step, mine.step, next.step),
    reason: mine.reason === was.reason ? next.reason : mine.reason,
    ...(off && { off }),
  }
}

/** Whether the steps of the last proposal are in another order than it put them. */
function wereMoved(
  last: readonly RecipeStep[],
  now: ReadonlyMap<RecipeStep, RecipeStep>,
  current: readonly RecipeStep[],
): boolean {
  const place = new Map(current.map((one, at) => [one, at]))
  const places = last.flatMap(one => place.get(now.get(one)!) ?? [])
  return places.some((at, index) => index > 0 && at < places[index - 1]!)
}

/** The steps already there in the order that the person gave them, in the places that the proposal gives them all. */
function asMoved(entries: readonly Entry[], current: readonly RecipeStep[]): Entry[] {
  const place = new Map(current.map((one, at) => [one, at]))
  const known = entries.filter(({ mine }) => mine).sort((a, b) => place.get(a.mine!)! - place.get(b.mine!)!)
  let at = 0
  return entries.map(entry => (entry.mine ? known[at++]! : entry))
}

/** Puts the steps that only the current recipe has among the others. */
function interleave(
  entries: readonly Entry[],
  current: readonly RecipeStep[],
  stays: (one: RecipeStep) => boolean,
): RecipeStep[] {
  const placed = new Set(entries.map(({ mine }) => mine))
  const lastPlaced = current.findLastIndex(one => placed.has(one))
  const after = new Map<RecipeStep | undefined, RecipeStep[]>()
  let before: RecipeStep | undefined
  const atEnd: RecipeStep[] = []
  current.forEach((one, at) => {
    if (placed.has(one)) before = one
    else if (!stays(one)) return
    else if (at > lastPlaced) atEnd.push(one)
    else after.set(before, [...(after.get(before) ?? []), one])
  })
  return [
    ...(after.get(undefined) ?? []),
    ...entries.flatMap(({ mine, step }) => [step, ...((mine && after.get(mine)) ?? [])]),
    ...atEnd,
  ]
}
