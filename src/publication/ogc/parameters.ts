import type { Box } from '../../core/fiche/fiche.ts'
import type { PublishedVersion } from '../published.ts'
import { kindOf } from '../query/kinds.ts'
import { wrongValue } from '../query/problem.ts'
import type { Condition, Expression } from '../query/query.ts'

/** More are never given at once: a larger `limit` is read as this (requirement 22 of the standard). */
export const MOST_ITEMS = 10_000
const USUAL_ITEMS = 10

export interface ItemsAsked {
  readonly where: Condition
  readonly limit: number
  readonly offset: number
}

/** What each parameter stands for, once and for all: they hide a column of the same name. */
export const RESERVED = ['f', 'bbox', 'datetime', 'limit', 'offset'] as const

/**
 * The question of an address. Throws QueryProblem: a value that cannot be read, or a parameter that is neither of the standard nor a column
 * (requirements 8 and 9), is an error of the client.
 */
export function itemsAsked(parameters: URLSearchParams, version: PublishedVersion): ItemsAsked {
  const of: Condition[] = []
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name)
    if (values.length > 1) throw wrongValue(`${name} (${values.length} fois)`, 'un paramètre une seule fois')
    const condition = conditionOf(name, values[0]!, version)
    if (condition) of.push(condition)
  }
  return {
    where: { type: 'and', of },
    limit: Math.min(wholeNumber(parameters.get('limit'), 1) ?? USUAL_ITEMS, MOST_ITEMS),
    offset: wholeNumber(parameters.get('offset'), 0) ?? 0,
  }
}

function conditionOf(name: string, value: string, version: PublishedVersion): Condition | undefined {
  switch (name) {
    case 'bbox':
      return { type: 'box', box: boxOf(value) }
    case 'datetime':
      return momentOf(value, version)
    case 'f':
    case 'limit':
    case 'offset':
      return undefined
  }
  const known = version.columns.map(one => one.name)
  if (!known.includes(name)) throw wrongValue(name, `l’un de ces paramètres : ${[...RESERVED, ...known].join(', ')}`)
  return { type: 'compare', left: { type: 'column', name }, is: '=', right: { type: 'value', value } }
}

function wholeNumber(text: string | null, least: number): number | undefined {
  if (text === null) return undefined
  if (!/^\d{1,15}$/.test(text) || Number(text) < least) throw wrongValue(text, `un nombre entier, à partir de ${least}`)
  return Number(text)
}

/** Four numbers, or six: heights are not looked at. */
function boxOf(text: string): Box {
  const numbers = text.split(',').map(part => (/^\s*[+-]?\d+(\.\d+)?\s*$/.test(part) ? Number(part) : Number.NaN))
  const [west, south, east, north] = numbers.length === 6 ? [0, 1, 3, 4].map(at => numbers[at]!) : numbers
  const isBox =
    [4, 6].includes(numbers.length) &&
    numbers.every(Number.isFinite) &&
    south! <= north! &&
    [south!, north!].every(side => Math.abs(side) <= 90) &&
    [west!, east!].every(side => Math.abs(side) <= 180)
  if (!isBox) throw wrongValue(text, 'bbox=ouest,sud,est,nord, en degrés')
  return [west!, south!, east!, north!]
}

/** The column that says when a row was true: the first that holds days or instants. */
export const timeColumn = ({ columns }: PublishedVersion): string | undefined =>
  columns.find(column => ['date', 'datetime'].includes(kindOf(column)))?.name

/** An instant, or an interval whose ends may be open (« .. » or nothing). Rows without a date are in none. */
function momentOf(text: string, version: PublishedVersion): Condition {
  const ends = text.split('/')
  const [from = '', to = from] = ends.map(end => (end === '..' ? '' : end))
  if (ends.length > 2 || (ends.length === 1 && from === '') || [from, to].some(end => end !== '' && !isMoment(end)))
    throw wrongValue(text, 'datetime=2021-10-17, ou un intervalle comme 2021-01-01/2021-12-31 ou ../2021-12-31')
  if (from !== '' && to !== '' && from > lastOf(to)) throw wrongValue(text, 'un intervalle qui commence avant de finir')
  const name = timeColumn(version)
  if (name === undefined) return { type: 'or', of: [] }
  const isDay = isDayColumn(name, version)
  const left: Expression = { type: 'column', name }
  const bound = (is: '>=' | '<=', value: string): Condition => ({
    type: 'compare',
    left,
    is,
    right: { type: 'value', value },
  })
  return {
    type: 'and',
    of: [
      { type: 'not', of: { type: 'empty', of: left } },
      ...(from === '' ? [] : [bound('>=', isDay ? from.slice(0, 10) : from)]),
      ...(to === '' ? [] : [bound('<=', isDay ? to.slice(0, 10) : lastOf(to))]),
    ],
  }
}

const isDayColumn = (name: string, { columns }: PublishedVersion): boolean =>
  columns.some(column => column.name === name && kindOf(column) === 'date')

/** RFC 3339: a day, or an instant with its offset. */
const isMoment = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?$/.test(text) && !Number.isNaN(Date.parse(text))

/** A day lasts until its last second. */
const lastOf = (text: string): string => (text.length === 10 ? `${text}T23:59:59.999Z` : text)
