import { quoted } from '../values/quoted.ts'
import { sameHours } from './evaluate.ts'
import { rulesOfOsm } from './french/from-osm.ts'
import { rulesInFrench } from './french/to-french.ts'
import { canonicalHours } from './intervals.ts'
import { readHours } from './read-hours.ts'
import { isOpeningHours } from './syntax.ts'

export type WrittenHours =
  | { readonly status: 'written'; readonly text: string }
  /** French: why there is no sentence. */
  | { readonly status: 'refused'; readonly reason: string }

const refused = (reason: string): WrittenHours => ({ status: 'refused', reason })

/** OpenStreetMap hours as a French sentence. It is read back before it is given: a sentence that says something else is never written. */
export function writeHours(value: string): WrittenHours {
  const text = value.trim()
  if (text === '') return { status: 'written', text: '' }
  const canonical = isOpeningHours(text) ? canonicalHours(text) : undefined
  if (canonical === undefined)
    return refused(`J’ai lu ${quoted(text)} ; j’attendais des horaires comme « Mo-Fr 09:00-12:00,14:00-17:00 ».`)
  const sentence = canonical === '24/7' ? '24 h/24, 7 j/7' : inFrench(canonical)
  if (sentence === undefined) return refused(`Je ne sais pas encore dire ${quoted(text)} en une phrase simple.`)
  const back = readHours(sentence)
  if (back.status === 'certain' && !sameHours(back.value, canonical))
    return refused(`Je ne sais pas dire ${quoted(text)} sans risque d’être mal compris.`)
  return { status: 'written', text: sentence }
}

function inFrench(value: string): string | undefined {
  const rules = rulesOfOsm(value)
  return rules && rulesInFrench(rules)
}
