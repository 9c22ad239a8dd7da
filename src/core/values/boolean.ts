import { refuseNullWord } from './null-word.ts'
import { quoted } from './quoted.ts'
import { certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { comparisonKey, oneLine } from './text.ts'

export interface BooleanOptions {
  /** What to write for true and false: the first of each of the model's own lists; `true` and `false` when absent. */
  readonly trueValues?: readonly string[]
  readonly falseValues?: readonly string[]
}

const TRUE = new Set('oui|o|ok|vrai|v|true|t|yes|y|on|1|1 0|x|present|presente|presence|avec|actif|active'.split('|'))
const FALSE = new Set('non|n|ko|faux|false|f|no|off|0|0 0|absent|absente|absence|sans|pas|inactif|inactive'.split('|'))
const TRUE_SIGNS = /^[✓✔☑✅🗸√]\uFE0F?$/u
const FALSE_SIGNS = /^[✗✘☐❌✖]\uFE0F?$/u
/** « oui, le matin », « non (travaux) »: the answer is there, with more that would be lost. */
const STARTS = /^(oui|non|vrai|faux)\b/

/** Yes or no, in the model's own words. « oui, sur demande » is doubtful: the rest of the sentence would be lost. */
export function readBoolean(text: string, options: BooleanOptions = {}): Reading {
  const line = oneLine(text)
  if (line === '') return EMPTY
  if (options.trueValues?.includes(line) || options.falseValues?.includes(line)) return say(line, text)
  const side = sideOf(line)
  if (side !== undefined) return say(output(side, options), text)
  const unknown = refuseNullWord(line)
  if (unknown) return unknown
  const start = STARTS.exec(comparisonKey(line))?.[1]
  if (start === undefined || both(line)) return refused(`J'ai lu ${quoted(line)} ; j'attendais oui ou non.`)
  const value = output(start === 'oui' || start === 'vrai', options)
  return doubtful(`${quoted(line)} veut-il dire « ${value} » ?`, [
    { value, reason: `la cellule commence par « ${start} », le reste de la phrase serait perdu` },
  ])
}

function sideOf(line: string): boolean | undefined {
  if (TRUE_SIGNS.test(line)) return true
  if (FALSE_SIGNS.test(line)) return false
  const key = comparisonKey(line)
  if (TRUE.has(key)) return true
  return FALSE.has(key) ? false : undefined
}

const both = (line: string): boolean => /\boui\b/.test(comparisonKey(line)) && /\bnon\b/.test(comparisonKey(line))

const output = (side: boolean, options: BooleanOptions): string =>
  side ? (options.trueValues?.[0] ?? 'true') : (options.falseValues?.[0] ?? 'false')

const say = (value: string, text: string): Reading =>
  value === text ? certain(value) : certain(value, `${quoted(text)} écrit « ${value} ».`)
