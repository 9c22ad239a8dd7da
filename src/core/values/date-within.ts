import { isoDay } from './calendar.ts'
import { guessDate } from './date-guess.ts'
import type { DateContext, Possible } from './date-possible.ts'
import { dateShape } from './date-shape.ts'

/** Four digits of year leave no doubt about where a date ends (« 12/03/2021-15/03/2021 »); with two, nothing may touch it. */
const DATES =
  /(?<!\d)(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4}|\d{1,2}(?:er)? \p{L}{3,9}\.? \d{4})(?!\d)|(?<![\d/.-])\d{1,2}([-/.])\d{1,2}\3\d{2}(?![\d/-])/gu

/** The days written among other words (« du 12/03/2021 au 15/03/2021 »), in their order, each once. */
export function daysWithin(line: string, context: DateContext): readonly Possible[] {
  const days = new Map<string, Possible>()
  for (const [piece] of line.slice(0, 400).matchAll(DATES)) {
    const shape = dateShape(piece)
    const guess = shape && guessDate(shape, context)
    const found = guess?.type === 'sure' ? [guess] : guess?.type === 'ask' ? guess.possible : []
    for (const { day } of found) days.set(isoDay(day), { day, why: `« ${piece} » trouvé dans la cellule` })
  }
  return [...days.values()]
}
