import { canonical } from './match-steps.ts'
import type { Step } from './step.ts'

type Fields = Readonly<Record<string, unknown>>
interface Pair {
  readonly from: string
  readonly to: string
}

/** Which table of a file: these are chosen together. */
const PLACE = ['sheet', 'headerRow', 'rank']

/** One step in three states: what the person changed since the last proposal, on the next one. The three are of one type. */
export function mergeStep(last: Step, current: Step, next: Step): Step {
  const [was, mine, now] = [last, current, next] as unknown as [Fields, Fields, Fields]
  const chose = PLACE.some(name => !same(was[name], mine[name]))
  const merged: Record<string, unknown> = {}
  for (const name of new Set([...Object.keys(now), ...Object.keys(mine)])) {
    const value = chose && PLACE.includes(name) ? mine[name] : mergeField(name, was[name], mine[name], now[name], last)
    if (value !== undefined) merged[name] = value
  }
  return merged as unknown as Step
}

function mergeField(name: string, was: unknown, mine: unknown, now: unknown, { type }: Step): unknown {
  // Ids given once are never given otherwise, whoever says so.
  if (type === 'generate-ids' && name === 'assigned') return mine ?? now
  if (same(was, mine)) return now
  return arePairs(was) && arePairs(mine) && arePairs(now) ? mergePairs(was, mine, now, type === 'map') : mine
}

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

const arePairs = (value: unknown): value is readonly Pair[] =>
  Array.isArray(value) && value.every(one => typeof one === 'object' && one !== null && 'from' in one && 'to' in one)

/** Pair by pair: those that the person changed, added or took out are as she left them. `once`: two columns cannot have one name. */
function mergePairs(was: readonly Pair[], mine: readonly Pair[], now: readonly Pair[], once: boolean): Pair[] {
  const [before, hers] = [byFrom(was), byFrom(mine)]
  const decided = mine.filter(({ from, to }) => before.get(from) !== to)
  const changed = byFrom(decided)
  const targets = new Set(once ? decided.map(({ to }) => to) : [])
  const kept = now.flatMap(({ from, to }) => {
    if (changed.has(from)) return [{ from, to: changed.get(from)! }]
    const takenOut = before.has(from) && !hers.has(from)
    return takenOut || targets.has(to) ? [] : [{ from, to }]
  })
  const there = byFrom(kept)
  return [...kept, ...decided.filter(({ from }) => !there.has(from))]
}

const byFrom = (pairs: readonly Pair[]): Map<string, string> => new Map(pairs.map(({ from, to }) => [from, to]))
