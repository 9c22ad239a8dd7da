import { editDistance } from '../../values/distance.ts'
import type { Meaning, Weekday } from './tokens.ts'
import { DAY_NAMES, meaningOf, SPELLABLE } from './vocabulary.ts'

/** What a word with a slip may be: « vendrdi », « eudi », « merdi » (two days), « fermeé ». Undefined when it resembles nothing, or too much. */
export function misspelt(word: string): Meaning | undefined {
  if (word.length < 4) return undefined
  const days = DAY_NAMES.flatMap((name, day) => (resemblesDay(word, name) ? [day as Weekday] : []))
  if (days.length === 1) return { is: 'day', day: days[0]!, several: word.endsWith('s') }
  if (days.length > 1) return { is: 'maybe-day', days }
  if (word.length < 6) return undefined
  const near = SPELLABLE.filter(known => known[0] === word[0] && editDistance(word, known, 1) === 1).map(meaningOf)
  const kinds = new Set(near.map(meaning => JSON.stringify(meaning)))
  return kinds.size === 1 ? near[0] : undefined
}

/** One slip, two in a long name, or letters left out (« merdi » for « mercredi »). */
function resemblesDay(word: string, name: string): boolean {
  const bare = word.endsWith('s') ? word.slice(0, -1) : word
  const slips = name.length > 6 && bare.length > 6 ? 2 : 1
  return (
    editDistance(bare, name, 2) <= slips ||
    (bare.length >= 4 && bare[0] === name[0] && bare.endsWith('di') && leavesOut(bare, name))
  )
}

function leavesOut(short: string, long: string): boolean {
  let at = 0
  for (const letter of long) if (letter === short[at]) at++
  return at === short.length
}
