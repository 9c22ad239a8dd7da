import type { Native } from '../table/table.ts'
import { dateShape } from './date-shape.ts'

/**
 * The trace of a spreadsheet set to American dates that opened French ones: « 03/04/2021 » became its own date, 4 March, while « 25/04/2021 »,
 * impossible for it, stayed text. True when the texts of the column all have a day above 12 and its own dates (five at least) never do: for
 * real dates that would happen once in a hundred with five, ever less with more.
 */
export function swappedBySpreadsheet(values: readonly string[], natives: readonly (Native | undefined)[]): boolean {
  let [own, texts] = [0, 0]
  for (const [i, value] of values.entries()) {
    const type = natives[i]?.type
    const shape = value.length > 40 ? undefined : dateShape(value.trim())
    if (type === 'date' && shape?.type === 'year-first') {
      if (shape.third > 12) return false
      own++
    } else if (type === undefined && shape?.type === 'year-last') {
      if (shape.first <= 12) return false
      texts++
    }
  }
  return own >= 5 && texts >= 1
}
