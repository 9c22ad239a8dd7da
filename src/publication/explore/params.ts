import type { Condition as Asked, Group, Ordered, Selected } from './odsql/ast.ts'
import { parseGroupBy, parseOrderBy, parseSelect } from './odsql/clauses.ts'
import { ExploreProblem } from './odsql/problem.ts'
import { parseWhere } from './odsql/where.ts'
import type { Asking } from './translate/context.ts'
import { formatterOf } from './translate/dates.ts'

/** What an address asks: a text, or several when a name comes again. */
export type RawParams = Readonly<Record<string, unknown>>

const wrong = (name: string, value: unknown, wanted: string): ExploreProblem =>
  new ExploreProblem(
    'InvalidRESTParameterError',
    `Invalid value for ${name} API parameter: j’ai lu « ${String(value).slice(0, 60)} » ; j’attendais ${wanted}.`,
  )

export function textsOf(params: RawParams, name: string): string[] {
  const value = params[name]
  return [value].flat().filter((one): one is string => typeof one === 'string' && one.trim() !== '')
}
export const textOf = (params: RawParams, name: string): string | undefined => textsOf(params, name)[0]

export function yesOf(params: RawParams, name: string, otherwise: boolean): boolean {
  const text = textOf(params, name)?.toLowerCase()
  if (text === undefined) return otherwise
  if (text === 'true' || text === '1') return true
  if (text === 'false' || text === '0') return false
  throw wrong(name, text, 'true ou false')
}

export interface AskedClauses {
  readonly select?: readonly Selected[]
  readonly groupBy?: readonly Group[]
  readonly orderBy?: readonly Ordered[]
  readonly where: readonly Asked[]
  readonly refine: readonly Refinement[]
}

/** `refine=ville:Épône`; `not`: of `exclude`. */
export interface Refinement {
  readonly field: string
  readonly value: string
  readonly not: boolean
}

/** A `where` that comes again is one more condition. */
export function clausesOf(params: RawParams): AskedClauses {
  const [select, groupBy, orderBy] = ['select', 'group_by', 'order_by'].map(name => textsOf(params, name).join(','))
  return {
    ...(select && { select: parseSelect(select) }),
    ...(groupBy && { groupBy: parseGroupBy(groupBy) }),
    ...(orderBy && { orderBy: parseOrderBy(orderBy) }),
    where: textsOf(params, 'where').map(parseWhere),
    refine: [...refinements(params, 'refine'), ...refinements(params, 'exclude')],
  }
}

function refinements(params: RawParams, name: 'refine' | 'exclude'): Refinement[] {
  return textsOf(params, name).map(text => {
    const quoted = /^`((?:[^`]|``)+)`:/.exec(text)?.[1]
    const at = quoted === undefined ? text.indexOf(':') : quoted.length + 2
    if (at <= 0) throw wrong(name, text, 'un champ et une valeur, comme ville:Épône')
    const field = quoted?.replaceAll('``', '`') ?? text.slice(0, at).trim()
    return { field, value: withoutQuotes(text.slice(at + 1)), not: name === 'exclude' }
  })
}

function withoutQuotes(value: string): string {
  const inside = value.trim()
  const quote = inside[0]
  const isQuoted = inside.length > 1 && (quote === '"' || quote === "'") && inside.endsWith(quote)
  return isQuoted ? inside.slice(1, -1) : value
}

export interface Page {
  readonly limit: number
  readonly offset: number
}
/** What Explore lets be read page by page; more is for `exports`. */
const MOST = { rows: { limit: 100, end: 10_000 }, groups: { limit: 20_000, end: 20_000 } } as const

export function pageOf(params: RawParams, grouped: boolean): Page {
  const most = grouped ? MOST.groups : MOST.rows
  const limit = wholeOf(params, 'limit', 10, `-1 <= limit <= ${most.limit}`)
  const offset = wholeOf(params, 'offset', 0, `0 <= offset <= ${most.end}`)
  if (limit > most.limit || limit < -1) throw wrong('limit', limit, `-1 <= limit <= ${most.limit}`)
  if (offset < 0) throw wrong('offset', offset, '0 <= offset')
  const size = limit === -1 ? most.limit : limit
  if (offset + size > most.end) throw wrong('offset', offset, `offset + limit <= ${most.end}`)
  return { limit: size, offset }
}

/** Of an export: absent or -1, all of them. */
export function exportLimitOf(params: RawParams): number | undefined {
  const limit = wholeOf(params, 'limit', -1, '-1 <= limit')
  if (limit < -1) throw wrong('limit', limit, '-1 <= limit')
  return limit === -1 ? undefined : limit
}

export function wholeOf(params: RawParams, name: string, otherwise: number, wanted: string): number {
  const text = textOf(params, name)
  if (text === undefined) return otherwise
  if (!/^-?\d{1,9}$/.test(text)) throw wrong(name, text, wanted)
  return Number(text)
}

const LANGUAGES = ['en', 'fr', 'nl', 'pt', 'it', 'ar', 'de', 'es', 'ca', 'eu', 'sv']

export function askingOf(params: RawParams, now: string): Asking {
  const [zone, lang] = [textOf(params, 'timezone') ?? 'UTC', textOf(params, 'lang') ?? 'fr']
  if (!LANGUAGES.includes(lang)) throw wrong('lang', lang, LANGUAGES.join(', '))
  formatterOf(zone)
  return { zone, lang, now }
}

export const wrongParam = wrong
