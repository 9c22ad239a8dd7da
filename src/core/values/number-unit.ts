import { shiftPoint } from './decimal.ts'
import type { NumberOptions } from './number.ts'
import { askNumber, type Keep } from './number-question.ts'
import type { Reading } from './reading.ts'
import { convertUnit, sameUnit, unitSymbol } from './unit.ts'

/** What to do of a number that has a unit beside it: the decimal to write and the note's end, or the question. */
export type UnitAnswer = { readonly decimal: string; readonly note: string } | Reading

/** Units that leave no doubt about the number beside them; of a prefixed one (cm, k€), the column may want another. */
const PLAIN = new Set(['€', '%', 'm', 'm²', 'm³', 'kg', 'l', 'ha', '°C'])
const MULTIPLES = new Map([
  ['mille', 3],
  ['million', 6],
  ['millions', 6],
  ['milliard', 9],
  ['milliards', 9],
])

/** « 3 m² » in a column of m² is 3; « 350 cm » in a column of metres is asked, and converted only when a person said so. */
export function withUnit(line: string, decimal: string, unit: string, options: NumberOptions, keep: Keep): UnitAnswer {
  const wanted = options.unit
  const power = MULTIPLES.get(unit.toLowerCase())
  if (power !== undefined) return { decimal: shiftPoint(decimal, power), note: '' }
  if (wanted === undefined ? PLAIN.has(unit) : sameUnit(unit, wanted)) {
    return { decimal, note: ` (unité « ${unit} » retirée)` }
  }
  return converted(line, decimal, unit, options, keep) ?? foreign(line, decimal, unit, keep)
}

/** Thousands and millions of euros are proposed in euros even when nobody said the unit of the column. */
function converted(
  line: string,
  decimal: string,
  unit: string,
  options: NumberOptions,
  keep: Keep,
): UnitAnswer | undefined {
  const wanted = options.unit ?? '€'
  const other = convertUnit(decimal, unit, wanted)
  if (other === undefined) return undefined
  if (options.convert && options.unit !== undefined)
    return { decimal: other, note: ` (« ${unit} » converti en « ${wanted} »)` }
  return askNumber(
    line,
    `faut-il convertir en « ${wanted} » ?`,
    [
      [other, `converti en « ${wanted} »`],
      [decimal, `le nombre seul, en « ${unit} »`],
    ],
    keep,
  )
}

function foreign(line: string, decimal: string, unit: string, keep: Keep): Reading {
  const symbol = unitSymbol(unit)
  if (symbol !== undefined) return askNumber(line, `cette colonne est-elle bien en « ${symbol} » ?`, [[decimal]], keep)
  return askNumber(line, `faut-il garder seulement le nombre, sans « ${unit} » ?`, [[decimal]], keep)
}
