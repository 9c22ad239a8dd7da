import { romanValue } from './roman.ts'
import { stripAccents } from './text.ts'

/** A century named in a cell: 16 for the XVIe, negative before Christ. */
export interface CenturyMention {
  readonly century: number
  /** The words « fin », « début », « moitié »… that the canonical writing does not keep. */
  readonly part: boolean
  /** « XVIIII », « XVl »: read, but not written by the rule. */
  readonly slip: boolean
  /** A year or years: « 1532 ». The first year of a century (1500) is said of the next one by many: asked. */
  readonly year?: number
}

/** What a cell says of centuries, in its order, and what joins them. */
export interface CenturyText {
  readonly mentions: readonly CenturyMention[]
  /** « - », « à », « au » make a range, « ou » a doubt, « et », « puis », « , » a list. */
  readonly join: 'range' | 'or' | 'list' | 'none'
  /** « ? », « vers », « probablement ». */
  readonly unsure: boolean
}

const ORDINALS =
  'premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme treizieme quatorzieme quinzieme seizieme dix-septieme dix-huitieme dix-neuvieme vingtieme vingt et unieme'
const IN_WORDS = new Map(
  ORDINALS.replace('vingt et unieme', 'vingt_et_unieme')
    .split(' ')
    .map((word, index) => [word.replace(/_/g, ' '), index + 1]),
)
IN_WORDS.set('second', 2)
IN_WORDS.set('neuvieme', 9)

const WORD = [...IN_WORDS.keys()]
  .sort((a, b) => b.length - a.length)
  .map(word => word.replace(/[- ]/g, '[- ]'))
  .join('|')
const SUFFIX = '(?:i?eme|ier|ere|er|e|º|°|o)'
const END = '(?![a-z0-9])'
const CENTURY = `(?:(?<word>${WORD})|(?<roman>[ivxl]{1,8})(?: ?(?<mark>${SUFFIX}))?|(?<digits>\\d{1,2}) ?${SUFFIX}|(?<bare>\\d{1,2}))${END}`
const S = '(?<named> ?(?:siecles?|s\\.|s)(?![a-z]))?'
const PART =
  '(?:(?:(?:la |le )?(?:toute )?(?:fin|debut|milieu|courant)|(?:(?:1|2|3|4|i{1,3}|iv|premier|premiere|second|seconde|deuxieme|troisieme|quatrieme|dernier|derniere) ?(?:ere|er|e|eme|nde|nd|de)? )(?:moitie|quart|tiers|decennie))(?: (?:du|de la|de) | ?)?(?:xx?e? )?)'
const YEAR = '(?<year>1[0-9]{3}|20[0-9]{2}|[4-9][0-9]{2})'
const BEFORE = '(?<before> ?(?:av(?:ant)?\\.? ?j\\.?[- ]?c\\.?(?![a-z])|avant notre ere|av\\. n\\. e\\.))?'
const AFTER = '(?: ?(?:ap(?:res)?\\.? ?j\\.?[- ]?c\\.?(?![a-z])|de notre ere))?'
const MENTION = `(?<part>${PART})?(?:${YEAR}|${CENTURY}${S}${BEFORE}${AFTER})`
const JOIN =
  '(?<join> ?(?:-|/|,|;|&|\\ba\\b|\\bau\\b|\\baux\\b|\\bet\\b|\\bou\\b|\\bpuis\\b|\\bjusqu.au\\b) ?(?:le |la |du |de |au )?)'

const FIRST = new RegExp(`^${MENTION}`)
const NEXT = new RegExp(`^${JOIN}${MENTION}`)
const UNSURE =
  /\?|\((?:\?|probable|incertain)\)|^(?:vers|circa|ca\.?|environ|env\.?|peut-etre|probablement|sans doute|apres|avant)\b/g

/** Reads the whole cell or nothing: a word that is not understood gives undefined. At most four centuries. */
export function centuryText(text: string): CenturyText | undefined {
  if (text.length > 80) return undefined
  const line = simple(text)
  const unsure = UNSURE.test(line)
  UNSURE.lastIndex = 0
  let rest = line
    .replace(UNSURE, ' ')
    .replace(/\(\s*\)/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
  rest = rest.replace(/^(?:du|de|des|le|la|les|au|aux|entre le|entre|annees?|an) (?=.)/, '')
  const first = FIRST.exec(rest)
  if (!first?.groups) return undefined
  const found = [first]
  for (rest = rest.slice(first[0].length); rest !== '' && found.length < 4; ) {
    const next = NEXT.exec(rest)
    if (!next) break
    found.push(next)
    rest = rest.slice(next[0].length)
  }
  if (!/^(?: ?siecles?| ?s\.?)?\.?$/.test(rest)) return undefined
  const mentions = found.map(one => mentionOf(one.groups ?? {}))
  if (!mentions.every(mention => mention !== undefined)) return undefined
  return {
    mentions: mentions as CenturyMention[],
    join: joinOf(found.slice(1).map(one => one.groups?.join ?? '')),
    unsure,
  }
}

/** Lower case without accents, one kind of dash, « ᵉ » and « è » as « e ». */
const simple = (text: string): string =>
  stripAccents(text.replace(/[ᵉ]/g, 'e').replace(/[‐‑‒–—−→]/g, '-'))
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()

/** 1501 to 1600 are the XVIe. */
export const yearMention = (year: number): CenturyMention => ({
  century: Math.floor((year - 1) / 100) + 1,
  part: false,
  slip: false,
  year,
})

function mentionOf(groups: Record<string, string | undefined>): CenturyMention | undefined {
  const part = groups.part !== undefined
  if (groups.year !== undefined) return { ...yearMention(Number(groups.year)), part }
  const roman = groups.roman === undefined ? undefined : romanNumber(groups.roman)
  const written = groups.digits ?? groups.bare
  const value = groups.word
    ? IN_WORDS.get(groups.word.replace(/^(dix|vingt)[- ](?!et)/, '$1-'))
    : (roman?.value ?? (written === undefined ? undefined : Number(written)))
  if (value === undefined || value < 1 || value > 21) return undefined
  const slip = roman ? !roman.regular || isLoneLetter(groups) : groups.bare !== undefined
  return { century: groups.before === undefined ? value : -value, part, slip }
}

/** « x » alone is more often a tick than the tenth century. */
const isLoneLetter = ({ roman, mark, named }: Record<string, string | undefined>): boolean =>
  roman?.length === 1 && mark === undefined && named === undefined

/** A small L is an I that a scanner or a keyboard took for another: « XVll ». */
function romanNumber(letters: string): { value: number; regular: boolean } | undefined {
  const read = romanValue(letters.replace(/l/g, 'i'))
  return read && { value: read.value, regular: read.regular && !letters.includes('l') }
}

function joinOf(joins: readonly string[]): CenturyText['join'] {
  if (joins.length === 0) return 'none'
  if (joins.some(join => join.includes('ou'))) return 'or'
  return joins.length === 1 && /-|\/|\ba\b|\bau\b|\baux\b|jusqu/.test(joins[0]!) ? 'range' : 'list'
}
