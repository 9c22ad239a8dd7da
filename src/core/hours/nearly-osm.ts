import { isOpeningHours } from './syntax.ts'

/** OpenStreetMap's abbreviations, and what people type for them. « Sa » is a Saturday in both languages. */
const DAYS: Readonly<Record<string, string>> = {
  mo: 'Mo',
  mon: 'Mo',
  tu: 'Tu',
  tue: 'Tu',
  we: 'We',
  wed: 'We',
  th: 'Th',
  thu: 'Th',
  fr: 'Fr',
  fri: 'Fr',
  sa: 'Sa',
  sat: 'Sa',
  su: 'Su',
  sun: 'Su',
  ph: 'PH',
  sh: 'SH',
  off: 'off',
}

/**
 * OpenStreetMap hours typed in haste: capitals (« MO-SAT »), a space lost after the comma that begins another rule (« Mo-Fr 08:00-12:00,Mo-Fr
 * 14:00-18:00 »), « 8:00 » and « 08h00 ». Undefined when one word is not OpenStreetMap's, or when no day tells that it is not French.
 */
export function nearlyOsm(text: string): string | undefined {
  const words = text.match(/\p{L}+/gu) ?? []
  const known = words.map(word => DAYS[word.toLowerCase()])
  if (known.some((day, n) => day === undefined && words[n]!.toLowerCase() !== 'h')) return undefined
  if (!known.some(day => day !== undefined && day !== 'Sa' && day !== 'off')) return undefined
  const mended = text
    .replace(/(\d{1,2})h(\d{2})/gi, '$1:$2')
    .replace(/(?<!\d)(\d):(\d{2})/g, '0$1:$2')
    .replace(/\p{L}+/gu, word => DAYS[word.toLowerCase()] ?? word)
    .replace(/\s*,\s*(?=(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)\b[^,;]*\d)/g, ', ')
    .replace(/\s+/g, ' ')
    .trim()
  return mended !== text && isOpeningHours(mended) ? mended : undefined
}
