import type { ColumnRule } from '../column-rule.ts'

/** Cells of a row that look moved by one column: an unquoted separator in a text, a cell inserted by mistake. At least so many wrong cells make it worth a look. */
const LEAST = 3

/** True when moving the cells of the row by one, from some column on, mends most of what is wrong. */
export function isShifted(rules: readonly ColumnRule[], cells: readonly string[], wrong: readonly number[]): boolean {
  if (wrong.length < LEAST) return false
  return [1, -1].some(by => {
    const from = wrong[0]!
    let still = 0
    let filled = 0
    for (let at = from; at < rules.length; at++) {
      const text = cells[at + by] ?? ''
      const verdict = rules[at]!.judge(text)
      if (verdict.wrong && !verdict.empty) still++
      if (!verdict.empty) filled++
    }
    return filled >= LEAST && still === 0
  })
}
