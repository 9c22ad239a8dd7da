import { stripAccents } from '../../../core/values/text.ts'
import type { Condition, Expression } from '../odsql/ast.ts'
import { impossible } from '../odsql/problem.ts'
import { formatDate } from '../translate/date-format.ts'
import { spanOf } from '../translate/dates.ts'
import { formatArguments } from '../translate/outputs.ts'

/** A value of the catalog: sets are few, and their lists of words are not of the engine of rows. */
export type Known = string | number | boolean | null | readonly string[]
/** A set, as it is asked. */
export interface Reading {
  readonly field: (name: string) => Known
  /** ISO instant. */
  readonly now: string
}

/** The value of an expression for one set. */
export function evaluate(of: Expression, one: Reading): Known {
  switch (of.type) {
    case 'field':
      return one.field(of.name)
    case 'text':
    case 'number':
    case 'boolean':
      return of.value
    case 'date':
      return spanOf(of.value).start
    case 'geometry':
      throw impossible('les jeux de données du catalogue n’ont pas de position.')
    case 'opposite':
      return arithmetic('-', 0, evaluate(of.of, one))
    case 'binary':
      return arithmetic(of.sign, evaluate(of.left, one), evaluate(of.right, one))
    case 'call':
      return call(of, one)
  }
}

function arithmetic(sign: '+' | '-' | '*' | '/', a: Known, b: Known): number | null {
  if (typeof a !== 'number' || typeof b !== 'number') return null
  if (sign === '/') return b === 0 ? null : a / b
  return sign === '+' ? a + b : sign === '-' ? a - b : a * b
}

const PARTS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  ...{ year: [0, 4], month: [5, 7], day: [8, 10], hour: [11, 13], minute: [14, 16], second: [17, 19] },
}

function call({ name, args }: Extract<Expression, { type: 'call' }>, one: Reading): Known {
  if (name === 'distance') throw impossible('les jeux de données du catalogue n’ont pas de position.')
  if (name === 'now') return one.now
  if (name === 'date_format') {
    const { of, pieces } = formatArguments(args)
    const date = evaluate(of, one)
    return typeof date === 'string' ? formatDate(date, pieces, 'fr') : null
  }
  const value = args[0] ? evaluate(args[0], one) : null
  if (typeof value !== 'string') return null
  if (name === 'length') return [...value].length
  if (name === 'lower') return value.toLowerCase()
  if (name === 'upper') return value.toUpperCase()
  const [from, to] = PARTS[name]!
  return /^\d{4}-\d\d-\d\d/.test(value) ? Number(value.slice(from, to)) : null
}

const fold = (text: string): string => stripAccents(text).toLowerCase()
const textsOf = (value: Known): string[] => (value === null ? [] : Array.isArray(value) ? [...value] : [String(value)])
const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')

/** Whether a set is what is asked; `all`: the texts that words without a field are looked for in. */
export function isTrue(asked: Condition, one: Reading, all: readonly string[]): boolean {
  const holds = (part: Condition) => isTrue(part, one, all)
  const valued = (of: Expression) => evaluate(of, one)
  switch (asked.type) {
    case 'and':
      return asked.of.every(holds)
    case 'or':
      return asked.of.some(holds)
    case 'not':
      return !holds(asked.of)
    case 'words':
      return hasWords(all, asked.text)
    case 'yes':
      return one.field(asked.name) === true
    case 'search': {
      const texts = asked.fields ? asked.fields.flatMap(name => textsOf(one.field(name))) : all
      return asked.how === 'startswith'
        ? texts.some(text => fold(text).startsWith(fold(asked.text)))
        : hasWords(texts, asked.text)
    }
    case 'compare':
      return compares(valued(asked.left), asked.is, asked.right, valued(asked.right))
    case 'like':
      return hasWords(textsOf(valued(asked.of)), asked.text)
    case 'among':
      return asked.values.some(value => compares(valued(asked.of), '=', value, valued(value)))
    case 'between': {
      const value = valued(asked.of)
      const [low, high] = [asked.includes.from ? '>=' : '>', asked.includes.to ? '<=' : '<'] as const
      return compares(value, low, asked.from, valued(asked.from)) && compares(value, high, asked.to, valued(asked.to))
    }
    case 'holds':
      return textsOf(one.field(asked.field)).includes(String(valued(asked.value)))
    case 'empty':
      return textsOf(valued(asked.of)).length === 0
    case 'is':
      return valued(asked.of) === asked.value
    case 'near':
    case 'box':
    case 'shape':
      throw impossible('les jeux de données du catalogue n’ont pas de position.')
  }
}

const hasWords = (texts: readonly string[], asked: string): boolean => {
  const text = fold(texts.join('\n'))
  return wordsOf(asked).every(word => text.includes(word))
}

type Is = Extract<Condition, { type: 'compare' }>['is']

function compares(left: Known, is: Is, asked: Expression, right: Known): boolean {
  if (is === '!=') return !compares(left, '=', asked, right)
  if (Array.isArray(left)) return left.some(one => compares(one, is, asked, right))
  if (left === null || right === null) return false
  if (asked.type === 'date' && typeof left === 'string') return comparesDate(left, is, asked.value)
  if (typeof left !== typeof right) return false
  return order(left as string, is, right as string)
}

function comparesDate(left: string, is: Is, text: string): boolean {
  const { start, end } = spanOf(text)
  if (end === undefined) return order(left.slice(0, start.length), is, start)
  if (is === '=') return left >= start && left < end
  return is === '<' || is === '>=' ? order(left, is, start) : is === '<=' ? left < end : left >= end
}

function order<T extends string | number | boolean>(a: T, is: Is, b: T): boolean {
  switch (is) {
    case '=':
      return a === b
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '>':
      return a > b
    case '>=':
      return a >= b
    case '!=':
      return a !== b
  }
}
