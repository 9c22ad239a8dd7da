import type { Copy, Place } from '../../adapters/connector.ts'
import { deliver, type Outcome, type Theirs } from './deliver.ts'
import { type Memory, NOTHING, readMemory } from './memory.ts'

/** Sends again and again with what was kept on the disk, as the runner does: what was not kept is forgotten. */
export interface Sender {
  (copy: Copy, theirs?: Theirs): Promise<Outcome>
  memory(): Memory
}

export function sender(place: Place): Sender {
  let kept = JSON.stringify(NOTHING)
  const keep = async (memory: Memory) => void (kept = JSON.stringify(memory))
  const send = async (copy: Copy, theirs?: Theirs) => {
    const outcome = await deliver(place, copy, readMemory(kept), theirs, keep)
    if (outcome.type === 'there') await keep(outcome.memory)
    return outcome
  }
  return Object.assign(send, { memory: () => readMemory(kept) })
}

/** The same delivery, cut at each of its requests in turn, then done again until nothing is cut: what `check` sees must always be right. */
export async function everyCut(
  start: () => Promise<{ place: Place; cut(nth: number, when: 'before' | 'after'): void }>,
  copies: readonly Copy[],
  check: (copy: Copy) => void,
): Promise<number> {
  let cuts = 0
  for (const when of ['before', 'after'] as const)
    for (let nth = 0, all = false; !all; nth++) {
      const { place, cut } = await start()
      const send = sender(place)
      cut(nth, when)
      all = true
      for (const copy of copies) {
        for (;;)
          try {
            await send(copy)
            break
          } catch {
            all = false
            cuts++
          }
        check(copy)
      }
    }
  return cuts
}
