import { comparisonKey } from '../../values/text.ts'

const SUFFIXES: Readonly<Record<string, string>> = { b: 'bis', t: 'ter', q: 'quater', c: 'quinquies' }

/** The first number of what may be a range, as the index keeps it: « 12 bis », « 12BIS-14 » give « 12bis ». '' when there is none. */
export function houseNumberKey(text: string): string {
  const found = /^\D{0,4}0*(\d{1,5})\s?(bis|ter|quater|quinquies|sexies|[a-z])?(?![a-z])/.exec(comparisonKey(text))
  return found ? found[1]! + (found[2] ?? '') : ''
}

/** The other way to write the same number: « 12b » for « 12bis », and the contrary. */
export function otherWriting(key: string): string | undefined {
  const [, number, suffix = ''] = /^(\d+)(.*)$/.exec(key) ?? []
  const long = SUFFIXES[suffix]
  const short = Object.keys(SUFFIXES).find(letter => SUFFIXES[letter] === suffix)
  const other = long ?? short
  return number !== undefined && other !== undefined ? number + other : undefined
}
