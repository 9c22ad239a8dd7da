import { type BoxState, type GradeState, WISH_BOXES } from '../../contract/wishes.ts'
import { readBoxes } from './boxes.ts'
import { proposeGrade } from './grade.ts'
import type { Received } from './received.ts'
import type { Said } from './rows.ts'

/** Boxes and colour as they stand: what Carnet reads, and a person's word where she gave it. Pure. */
export function standing(received: Received, said: Said): { boxes: readonly BoxState[]; grade: GradeState } {
  const read = readBoxes(received)
  const boxes = WISH_BOXES.map((box): BoxState => {
    const { on: auto, reason } = read[box]
    const hand = said.boxes[box]
    return { box, on: hand?.on ?? auto, auto, reason, ...(hand && { byHand: { by: hand.by, at: hand.at } }) }
  })
  const now = boxes.map(({ box, on }) => [box, { on, heavy: read[box].heavy }] as const)
  const came = received.table !== undefined && received.table.rows > 0
  const { grade, reason } = proposeGrade(Object.fromEntries(now) as Parameters<typeof proposeGrade>[0], came)
  const value = said.grade ?? grade
  return { boxes, grade: { ...(value && { value }), ...(grade && { auto: grade }), reason } }
}
