import { compilePattern } from '../check/pattern/pattern.ts'

/** A group of plain words: `(lundi|mardi|jours fériés)`, escaped brackets included. */
const GROUP = /\((?:\?:)?((?:[^()[\]{}*+?^$.\\]|\\[()./'"-])+\|(?:[^()[\]{}*+?^$.\\]|\\[()./'"-])+)\)/g

/**
 * The values that a pattern allows when it is a list of choices, one or several parted by `|` (`^(a|b)(\|(a|b))*$`); undefined for any other
 * pattern. Each value, and a pair of them, is tried against the pattern itself.
 */
export function choicesInPattern(pattern: string): readonly string[] | undefined {
  const compiled = compilePattern(pattern)
  if (!('test' in compiled)) return undefined
  for (const [, inside] of pattern.matchAll(GROUP)) {
    const values = inside!.split('|').map(value => value.replace(/\\(.)/g, '$1').trim())
    const [first, second] = values
    if (
      values.length < 2 ||
      values.some(value => value === '') ||
      !values.every(value => compiled.test(value) === true)
    )
      continue
    if (compiled.test(`${first}|${second}`) === true) return values
  }
  return undefined
}
