/**
 * The grammar of OpenStreetMap opening hours, as the official check `opening-hours-value` applies it: Validata calls
 * `opening_hours.validate` of opening-hours-py. Relaxed as it is there: « 9:00 » for « 09:00 », a space after the comma of two spans.
 * Written as one regular expression a rule; comments are taken out first, so that nothing in them counts as a separator.
 */
export function isOpeningHours(value: string): boolean {
  const text = withoutComments(value)
  if (text === undefined || text === '' || text.length > LONGEST) return false
  return text.replace(SPACED_SPANS, '$1,').split(SEPARATOR).every(isRule)
}

/** Longer than any real value: the longest of OpenStreetMap is 255 characters. */
const LONGEST = 5000
const COMMENT = '""'
const SPACED_SPANS = /([\d)+]|dawn|sunrise|sunset|dusk), (?=\(|\d{1,2}:\d\d|dawn|sun(?:rise|set)|dusk)/gi
const SEPARATOR = / ?; ?| ?, | ?\|\| /

/** Each comment becomes an empty one; undefined when a quotation mark is alone or holds nothing. */
function withoutComments(value: string): string | undefined {
  const bare = value.replace(/"[^"]+"/g, COMMENT)
  return bare.replaceAll(COMMENT, '').includes('"') || value.includes(COMMENT) ? undefined : bare
}

const several = (one: string, separator = ','): string => `(?:${one})(?:${separator}(?:${one}))*`

const HOUR = '(?:[01]\\d|2[0-3]|\\d(?!\\d))'
const EXTENDED = '(?:[0-3]\\d|4[0-8]|\\d(?!\\d))'
const MINUTE = '[0-5]\\d'
const EVENT = '(?:dawn|sunrise|sunset|dusk)'
const VARIABLE = `(?:\\(${EVENT}[+-](?:${HOUR}:${MINUTE}|24:00)\\)|${EVENT})`
const TIME = `(?:${HOUR}:${MINUTE}|${VARIABLE})`
const END = `(?:${EXTENDED}:${MINUTE}|${VARIABLE})`
const SPAN = `${TIME} ?-${END} ?/ ?(?:${HOUR}:)?${MINUTE}|${TIME} ?- ?${END}\\+?|${TIME}\\+`

const DAY = '(?:Mo|Tu|We|Th|Fr|Sa|Su(?!n))'
const NTH = '(?:[1-5]-[1-5]|-?[1-5])'
const OFFSET = ' [+-]\\d{1,4} days?'
const DAY_RANGE = `${DAY}\\[${several(NTH)}\\](?:${OFFSET})?|${DAY}-${DAY}|${DAY}`
const HOLIDAYS = several(`PH(?:${OFFSET})?|SH`)
const DAYS = `(?:${HOLIDAYS}(?:[, ]${several(DAY_RANGE)})?|${several(DAY_RANGE)}(?:[, ]${HOLIDAYS})?)`

const YEAR = '(?:19\\d\\d|[2-9]\\d{3})'
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const DAY_NUMBER = '(?:[12]\\d|3[01]|0?[1-9])(?!\\d|:)'
const DATE = `(?:(?:${YEAR} ?)?${MONTH} ?${DAY_NUMBER}|(?:${YEAR} ?)?${MONTH} ${DAY}\\[-?[1-5]\\]|(?:${YEAR} )?easter)`
const DATE_OFFSET = `(?:(?: ?[+-]${DAY})?(?:${OFFSET})?)`
const DATES = `${DATE}${DATE_OFFSET} ?- ?(?:${DATE}|${DAY_NUMBER})${DATE_OFFSET}|${DATE}${DATE_OFFSET}\\+?|(?:${YEAR} ?)?${MONTH}(?:-${MONTH})?`
const YEARS = several(`${YEAR}\\+|${YEAR}(?:-${YEAR}(?:/\\d{1,4})?)?`)
const WEEK = '(?:[1-4]\\d|5[0-3]|0?[1-9])(?!\\d)'
const WEEKS = `week ?${several(`${WEEK}(?:-${WEEK}(?:/\\d{1,4})?)?`)}`

const WIDE = `(?:${COMMENT}:|(?:${YEARS})?(?: ?${several(DATES)})?(?: ?${WEEKS})?)`
const SMALL = `(?:${DAYS} ${several(SPAN)}|${DAYS}|${several(SPAN)})`
const STATE = `(?:${COMMENT}|(?:closed|off|open|unknown)(?: ${COMMENT})?)`
const RULE = new RegExp(`^(?:(?:24/7|(?=.)${WIDE}(?:: ?| )?(?:${SMALL})?) ?)?(?:${STATE})?$`, 'i')

const isRule = (rule: string): boolean => rule !== '' && rule.trim() === rule && RULE.test(rule)
