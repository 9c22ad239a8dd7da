import type { Change, Op } from '../../contract/sets.ts'

/** The change that brings back what was: last op first. */
export const reverse = (change: Change): Change => change.map(reverseOp).reverse()

function reverseOp(op: Op): Op {
  if (op.op === 'gone') return { ...op, now: !op.now }
  if (op.op === 'set') return { ...op, now: op.was, was: op.now }
  const { now, was, ...rest } = op
  // The compiler cannot see that `now` and `was` of one op have one type.
  return { ...rest, ...(was !== undefined && { now: was }), ...(now !== undefined && { was: now }) } as Op
}
