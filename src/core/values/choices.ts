import { daysOf, isAlways } from '../hours/days-of.ts'
import { readEnum } from './enum.ts'
import { quoted } from './quoted.ts'
import { certain, doubtful, EMPTY, type Reading } from './reading.ts'
import { oneLine } from './text.ts'

export interface ChoicesOptions {
  /** The values that the model allows, letter for letter; a cell holds one or several, parted by `|`. */
  readonly values?: readonly string[]
  readonly valueSynonyms?: Readonly<Record<string, readonly string[]>>
}

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']

/**
 * Several values of the model's list in one cell, `lundi|mardi`. People part them with commas, « et », slashes or line breaks, and say days as
 * they speak (« du mardi au samedi », « 7 jours sur 7 »). One piece that is not certain makes the whole a question.
 */
export function readChoices(text: string, options: ChoicesOptions = {}): Reading {
  const { values = [] } = options
  const line = oneLine(text)
  if (line === '') return EMPTY
  const spoken = inDays(line, values) ?? always(line, values)
  if (spoken !== undefined) return settle(text, line, spoken)
  const ways = PARTINGS.map(parting => readPieces(text.split(parting), options))
  const sure = ways.find(way => way.every(({ status }) => status === 'certain'))
  if (sure)
    return settle(
      text,
      line,
      sure.flatMap(one => (one.status === 'certain' ? [one.value] : [])),
    )
  return unsure(line, ways)
}

/** From the model's own mark to the looser ones: « et » and « / » may be inside a value. */
const PARTINGS: readonly RegExp[] = [/\|/, /[|;,\n]/, /[|;,\n]| et | ou (?=\p{L})/u, /[|;,\n/+]| et /u]

const readPieces = (pieces: readonly string[], options: ChoicesOptions): Reading[] =>
  pieces.filter(piece => piece.trim() !== '').map(piece => readEnum(piece, options))

function inDays(line: string, values: readonly string[]): string[] | undefined {
  if (!values.includes('lundi')) return undefined
  const days = daysOf(line)
  if (days === undefined) return undefined
  const whole = values.find(value => /^7 ?j/i.test(value))
  return days.length === 7 && whole !== undefined ? [whole] : days.map(day => DAYS[day]!)
}

const always = (line: string, values: readonly string[]): string[] | undefined => {
  const whole = values.find(value => /^24 ?h/i.test(value))
  return whole !== undefined && isAlways(line) ? [whole] : undefined
}

function settle(text: string, line: string, chosen: readonly string[]): Reading {
  const value = [...new Set(chosen)].join('|')
  return value === text ? certain(value) : certain(value, `${quoted(line)} écrit ${quoted(value)}.`)
}

/** The question of the first piece that raises one, in the way of parting that understands most. */
function unsure(line: string, ways: readonly (readonly Reading[])[]): Reading {
  const share = (way: readonly Reading[]) => way.filter(({ status }) => status === 'certain').length / way.length
  const best = [...ways].sort((a, b) => share(b) - share(a))[0] ?? []
  const problem = best.find(({ status }) => status !== 'certain')
  if (problem === undefined) return EMPTY
  if (best.length === 1 || problem.status === 'empty') return problem
  const said = problem.status === 'refused' ? problem.reason : problem.status === 'doubtful' ? problem.question : ''
  return doubtful(`Dans ${quoted(line)}, un morceau n'est pas compris. ${said}`)
}
