import type { Native } from '../table/table.ts'
import { cellLine } from './cell-line.ts'
import { splitDayAndClock } from './clock.ts'
import { guessDate } from './date-guess.ts'
import { dateShape } from './date-shape.ts'
import { refuseNullWord } from './null-word.ts'
import { quoted } from './quoted.ts'
import { type Candidate, certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { yearsOf } from './short-year.ts'

export interface YearOptions {
  readonly native?: Native
  readonly yearOfFile?: number
}

/** Years that a town writes down: an abbey of 1098, a plan until 2100. Three digits are asked: 987 may be 1987 short of a digit. */
const YEAR = /^(?:1\d{3}|20\d{2}|2100)$/
const WORDS = /^(?:l['’]\s?)?(?:ann[ée]e|an|exercice|mill[ée]sime|en|de|depuis)\s*:?\s+(?=\d)/i

/** A year on four digits. The year of a whole date is kept; two years, « vers 1850 » or « 21 » are asked. */
export function readYear(text: string, options: YearOptions = {}): Reading {
  const line = cellLine(text)
  if (line === '') return EMPTY
  const turned = turnedIntoDate(line, options.native)
  if (turned) return turned
  const bare = line
    .normalize('NFKC')
    .replace(/^'/, '')
    .replace(WORDS, '')
    .replace(/[.,]0+$/, '')
  if (YEAR.test(bare)) return plain(text, bare)
  return (
    refuseNullWord(line) ??
    shortYear(line, bare, options) ??
    oldYear(line, bare) ??
    yearOfDate(text, line, options) ??
    otherwise(line)
  )
}

function plain(text: string, value: string): Reading {
  return value === text ? certain(value) : certain(value, `${quoted(text)} écrit ${value}.`)
}

/** « 2021 » typed in a cell formatted as a date becomes 13/07/1905: its serial is the year itself. */
function turnedIntoDate(line: string, native: Native | undefined): Reading | undefined {
  if (native?.type !== 'date' || native.serial < 1800 || native.serial > 2100) return undefined
  const year = String(native.serial)
  return doubtful(`${quoted(native.shown || line)} : est-ce l'année ${year}, que le tableur a prise pour une date ?`, [
    { value: year, reason: 'le nombre écrit dans la case, montré comme une date' },
    { value: line.slice(0, 4), reason: 'l’année de la date montrée' },
  ])
}

function shortYear(line: string, bare: string, { yearOfFile }: YearOptions): Reading | undefined {
  const [, digits] = /^['’]?(\d{2})$/.exec(bare) ?? []
  if (digits === undefined) return undefined
  const candidates = yearsOf(Number(digits), yearOfFile).map(year => ({
    value: String(year),
    reason: 'année écrite sur deux chiffres',
  }))
  return doubtful(`${quoted(line)} : quelle est l'année entière ?`, candidates)
}

const oldYear = (line: string, bare: string): Reading | undefined =>
  /^[1-9]\d{2}$/.test(bare)
    ? doubtful(`${quoted(line)} : est-ce bien l'an ${bare} ?`, [
        { value: `0${bare}`, reason: `l'an ${bare}, sur quatre chiffres` },
      ])
    : undefined

function yearOfDate(text: string, line: string, options: YearOptions): Reading | undefined {
  const shape = dateShape(splitDayAndClock(line).day)
  if (!shape || shape.type === 'serial' || shape.type === 'compact') return undefined
  const guess = guessDate(shape, options)
  const year = guess.type === 'sure' ? guess.day.year : guess.type === 'incomplete' ? guess.known.year : undefined
  if (year === undefined || !YEAR.test(String(year))) return undefined
  return certain(String(year), `${quoted(text)} : seule l'année est gardée.`)
}

/** « 2017-2018 », « vers 1850 », « 1850 ? »: the years found are proposed, the rest would be lost. */
function otherwise(line: string): Reading {
  const years = [...new Set((line.match(/(?<!\d)\d{4}(?!\d)/g) ?? []).filter(year => YEAR.test(year)))]
  const range = /^(\d{2})(\d{2})\s?[-/–]\s?(\d{2})$/.exec(line)
  if (range && Number(range[3]) === Number(range[2]) + 1) years.push(`${range[1]}${range[3]}`)
  if (years.length === 0 || years.length > 10) return refusal(line)
  const candidates: Candidate[] = years.map(value => ({ value, reason: 'année trouvée dans la cellule' }))
  return doubtful(
    years.length > 1
      ? `${quoted(line)} : laquelle de ces années garder ?`
      : `${quoted(line)} : faut-il garder ${years[0]} ?`,
    candidates,
  )
}

function refusal(line: string): Reading {
  const why = /si[eè]cle/i.test(line) ? ' Un siècle n’est pas une année.' : ''
  return refused(`J'ai lu ${quoted(line)} ; j'attendais une année sur quatre chiffres, par exemple 2021.${why}`)
}
