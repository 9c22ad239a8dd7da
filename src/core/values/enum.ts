import { editDistance } from './distance.ts'
import { refuseNullWord } from './null-word.ts'
import { anyOf, quoted } from './quoted.ts'
import { certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { comparisonKey, oneLine } from './text.ts'

export interface EnumOptions {
  /** The values that the model allows, letter for letter. */
  readonly values?: readonly string[]
}

/**
 * A value of the model's list. Case, accents, spaces and punctuation never make another value; a plural or an article neither, when only one
 * value is left. A slip of the finger is asked: two values of a list may be one letter apart.
 */
export function readEnum(text: string, { values = [] }: EnumOptions = {}): Reading {
  const line = oneLine(text)
  if (line === '') return EMPTY
  const exact = values.find(value => value === text) ?? values.find(value => value === line)
  if (exact !== undefined) return certain(exact)
  const same = only(values, keyMatch(line))
  if (same !== undefined) return certain(same, `${quoted(line)} écrit ${quoted(same)}, comme dans la liste du modèle.`)
  const near = values.filter(closeTo(line))
  if (near.length > 0)
    return doubtful(
      `J'ai lu ${quoted(line)} : est-ce ${anyOf(near.slice(0, 3).map(quoted))} ?`,
      near.map(value => ({ value, reason: 'une valeur très proche, dans la liste du modèle' })),
    )
  return refuseNullWord(line) ?? refused(`J'ai lu ${quoted(line)} ; j'attendais ${expected(values)}.`)
}

const expected = (values: readonly string[]): string =>
  values.length > 8
    ? `une valeur de la liste du modèle : ${values.slice(0, 6).map(quoted).join(', ')}…`
    : anyOf(values.map(quoted))

function only(values: readonly string[], tests: readonly ((value: string) => boolean)[]): string | undefined {
  for (const test of tests) {
    const found = values.filter(test)
    if (found.length === 1) return found[0]
    if (found.length > 1) return undefined
  }
  return undefined
}

/** From the strictest comparison to the loosest: the first that leaves one value decides, one that leaves several gives up. */
function keyMatch(line: string): ((value: string) => boolean)[] {
  return [comparisonKey, compact, loose].map(key => {
    const wanted = key(line)
    return value => wanted !== '' && key(value) === wanted
  })
}

const compact = (text: string): string => comparisonKey(text).replaceAll(' ', '')

const loose = (text: string): string =>
  comparisonKey(text, { articles: 'drop' })
    .split(' ')
    .map(word => (word.length > 3 ? word.replace(/[sx]$/, '') : word))
    .join('')

function closeTo(line: string): (value: string) => boolean {
  const key = compact(line)
  const limit = key.length >= 10 ? 2 : key.length >= 5 ? 1 : 0
  return value => limit > 0 && editDistance(key, compact(value), limit) <= limit
}
