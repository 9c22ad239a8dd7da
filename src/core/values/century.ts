import { cellLine } from './cell-line.ts'
import { type CenturyMention, type CenturyText, centuryText, yearMention } from './century-mention.ts'
import { guessDate } from './date-guess.ts'
import { dateShape } from './date-shape.ts'
import { refuseNullWord } from './null-word.ts'
import { quoted } from './quoted.ts'
import { type Candidate, certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { romanOf } from './roman.ts'

/**
 * A century the way French typography writes it: « XVIe siècle », « XVe-XVIe siècle », « Ier siècle av. J.-C. » (Lexique des règles
 * typographiques en usage à l'Imprimerie nationale). « fin », « vers », « ? » or « ou » say more or less than a century: asked.
 */
export function readCentury(text: string, { format = 'words' }: CenturyOptions = {}): Reading {
  return format === 'numbers' ? inNumbers(text) : inWords(text)
}

export interface CenturyOptions {
  /** `numbers`: « 12|16 », one number a century, as a model for machines wants it. */
  readonly format?: 'words' | 'numbers'
}

/** Written in figures a list needs no doubt: « XIIe et XIXe siècles » are 12 and 19. */
function inNumbers(text: string): Reading {
  const line = cellLine(text)
  const found = line === '' ? undefined : /^-?\d{1,2}(?:\|-?\d{1,2})*$/.test(line) ? undefined : centuryText(line)
  if (!found || (found.join !== 'list' && found.join !== 'range' && found.mentions.length > 1))
    return plainOrWords(text, line)
  const doubt = doubtOf({ ...found, join: 'none' }, false)
  if (doubt) return plainOrWords(text, line)
  return certain(numbersOf(found), `${quoted(line)} écrit ${numbersOf(found)}.`)
}

/** What the other format says, its values in figures. */
function plainOrWords(text: string, line: string): Reading {
  if (/^-?\d{1,2}(?:\|-?\d{1,2})*$/.test(line)) return certain(line)
  const reading = inWords(text)
  const figures = (value: string): string => {
    const found = centuryText(value)
    return found ? numbersOf(found) : value
  }
  if (reading.status === 'certain')
    return certain(figures(reading.value), `${quoted(line)} écrit ${figures(reading.value)}.`)
  if (reading.status !== 'doubtful') return reading
  return { ...reading, candidates: reading.candidates.map(one => ({ ...one, value: figures(one.value) })) }
}

/** Every century of a range, those of a list. There is no century zero. */
function numbersOf({ mentions, join }: CenturyText): string {
  const centuries = mentions.map(({ century }) => century)
  const [first, last] = [Math.min(...centuries), Math.max(...centuries)]
  const all =
    join === 'range'
      ? Array.from({ length: last - first + 1 }, (_, n) => first + n).filter(one => one !== 0)
      : centuries
  return [...new Set(all)].sort((a, b) => a - b).join('|')
}

function inWords(text: string): Reading {
  const line = cellLine(text)
  if (line === '') return EMPTY
  const found = dayIn(line) ?? centuryText(line)
  if (!found) return refuseNullWord(line) ?? within(line) ?? period(line) ?? refusal(line)
  return answer(text, line, found)
}

/** A whole date (« 12/03/1850 ») has one century. */
function dayIn(line: string): CenturyText | undefined {
  const shape = dateShape(line)
  if (shape?.type !== 'year-first' && shape?.type !== 'year-last' && shape?.type !== 'named') return undefined
  const guess = guessDate(shape, {})
  return guess.type === 'sure' ? { mentions: [yearMention(guess.day.year)], join: 'none', unsure: false } : undefined
}

function answer(text: string, line: string, found: CenturyText): Reading {
  const { mentions, join } = found
  const backwards = mentions.some((mention, i) => i > 0 && mention.century < mentions[i - 1]!.century)
  const doubt = doubtOf(found, backwards)
  if (doubt) return doubtful(`${quoted(line)} : ${doubt}`, candidatesOf(mentions, join))
  const value = centurySpan(mentions)
  const years = mentions.some(mention => mention.year !== undefined) ? ' (siècle de cette date)' : ''
  return value === text ? certain(value) : certain(value, `${quoted(text)} écrit ${value}${years}.`)
}

/** The question to ask before writing; undefined when only one meaning is left. */
function doubtOf({ mentions, join, unsure }: CenturyText, backwards: boolean): string | undefined {
  const turn = mentions.find(({ year }) => year !== undefined && year % 100 === 0)
  if (turn)
    return `l'année ${turn.year} finit un siècle, mais beaucoup la comptent dans le suivant : quel siècle garder ?`
  if (join === 'or') return 'quel siècle garder ?'
  if (unsure) return 'le siècle n’est pas sûr, faut-il le garder ?'
  if (mentions.some(({ slip }) => slip)) return 'le siècle est-il bien lu ?'
  if (mentions.some(({ part }) => part))
    return 'seul le siècle serait gardé, sans « fin », « début » ou « moitié » : est-ce bien cela ?'
  if (backwards) return 'les siècles sont écrits à rebours, est-ce bien cela ?'
  return join === 'list' && !follow(mentions) ? 'plusieurs siècles qui ne se suivent pas, que garder ?' : undefined
}

/** « XVe et XVIe siècles » is the same as « XVe-XVIe »; « XIIe et XIXe » is not. */
const follow = (mentions: readonly CenturyMention[]): boolean =>
  mentions.every(({ century }, i) => i === 0 || century - mentions[i - 1]!.century <= 1)

function candidatesOf(mentions: readonly CenturyMention[], join: CenturyText['join']): Candidate[] {
  const sorted = [...mentions].sort((a, b) => a.century - b.century)
  const span = {
    value: centurySpan(sorted),
    reason: mentions.length > 1 ? 'du premier au dernier siècle' : 'le siècle lu dans la cellule',
  }
  const each = mentions.map(({ century }) => ({ value: centuryName(century), reason: 'trouvé dans la cellule' }))
  const next = mentions.flatMap(({ year, century }) =>
    year !== undefined && year % 100 === 0
      ? [{ value: centuryName(century + 1), reason: `siècle des années ${year}` }]
      : [],
  )
  const all = join === 'or' ? [...each, span] : mentions.length > 1 ? [span, ...each] : [span, ...next]
  return all.filter((one, i) => all.findIndex(other => other.value === one.value) === i)
}

const ordinal = (century: number): string => {
  const number = Math.abs(century)
  return `${romanOf(number)}${number === 1 ? 'er' : 'e'}`
}

/** « XVIe siècle »; a negative number is before Christ. */
export const centuryName = (century: number): string => `${ordinal(century)} siècle${century < 0 ? ' av. J.-C.' : ''}`

/** From the first to the last: « XVe-XVIe siècle », « IIe siècle av. J.-C.-Ier siècle ». */
function centurySpan(mentions: readonly CenturyMention[]): string {
  const [first, last] = [mentions[0]!.century, mentions.at(-1)!.century]
  if (first === last) return centuryName(first)
  if (first < 0 !== last < 0) return `${centuryName(first)}-${centuryName(last)}`
  return `${ordinal(first)}-${centuryName(last)}`
}

const NAMED = /(?<![\p{L}\d])(?:[IVX]{1,6}(?:er|e|è|ème|ᵉ|°)|\d{1,2}(?:er|e|è|ème)\s(?=si[èe]cle|s\.))(?!\p{L})/gu

/** « XVIe siècle (restauré au XIXe) »: the centuries named in a sentence, whose rest would be lost. */
function within(line: string): Reading | undefined {
  const mentions = (line.match(NAMED) ?? []).flatMap(piece => centuryText(piece.trim())?.mentions ?? [])
  if (mentions.length === 0) return undefined
  const candidates = mentions.map(({ century }) => ({ value: centuryName(century), reason: 'trouvé dans la cellule' }))
  const once = candidates.filter((one, i) => candidates.findIndex(other => other.value === one.value) === i)
  return doubtful(`${quoted(line)} : faut-il garder seulement le siècle ?`, once)
}

const PERIODS =
  /moyen[- ]?[âa]ge|m[ée]di[ée]val|renaissance|antiquit|gallo|romain|pr[ée]histoire|n[ée]olithique|contemporain|moderne|empire/i

const period = (line: string): Reading | undefined =>
  PERIODS.test(line) && line.length <= 80
    ? doubtful(`${quoted(line)} est une époque de plusieurs siècles : lequel écrire, par exemple XIIe siècle ?`)
    : undefined

const refusal = (line: string): Reading =>
  refused(`J'ai lu ${quoted(line)} ; j'attendais un siècle, par exemple XVIe siècle.`)
