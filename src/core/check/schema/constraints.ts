import type { Field, Constraints as Rules } from '../../models/model.ts'
import { quoted } from '../../values/quoted.ts'
import { compilePattern } from '../pattern/pattern.ts'
import { compileCast, type Value } from './cast.ts'

/** A rule that a value breaks: its code and what was expected, in French (the rest of the sentence is in messages.ts). */
export interface Breach {
  readonly code: string
  readonly message: string
  /** An error unless told: the schema misplaces the rule, or the value could not be judged. */
  readonly level?: 'warning' | 'advice'
}

export type Constraint = (text: string, value: Value) => Breach | undefined

/** The rules of one field, and those that cannot be checked, each told in French. */
export interface Constraints {
  readonly all: readonly Constraint[]
  readonly unchecked: readonly string[]
}

/**
 * Which constraint applies to which type: Table Schema, and frictionless 4.38 which reads only these (frictionless/types/*.py).
 * `required` and `unique` are judged elsewhere: they apply to every type.
 */
const BOUNDED = new Set(['integer', 'number', 'date', 'time', 'datetime', 'year', 'yearmonth', 'duration'])
const MEASURED = new Set(['string', 'array', 'object', 'list', 'any'])

export function compileConstraints(field: Field): Constraints {
  const unchecked: string[] = []
  const refuse = (why: string): [] => {
    unchecked.push(`La colonne « ${field.name} » porte dans le modèle une règle qui n'est pas vérifiée : ${why}.`)
    return []
  }
  const all = [
    ...lengths(field, refuse),
    ...bounds(field, refuse),
    ...softened(field, 'pattern', pattern(field, refuse)),
    ...softened(field, 'enum', enumeration(field, field.constraints.enum, refuse)),
    // Table Schema v2's categories are a list of permitted values too.
    ...enumeration(field, field.categories, refuse),
  ]
  if (field.constraints.jsonSchema !== undefined) refuse('« jsonSchema » demande un outil que Carnet n’a pas')
  return { all, unchecked }
}

/** Rules that the schema misplaces: Validata does not see them, they only warn. */
const softened = (field: Field, name: keyof Rules, rules: Constraint[]): Constraint[] =>
  field.misplaced?.includes(name)
    ? rules.map(rule => (text, value) => {
        const breach = rule(text, value)
        return breach && { level: 'warning', ...breach }
      })
    : rules

type Refuse = (why: string) => []

function lengths(field: Field, refuse: Refuse): Constraint[] {
  const {
    type,
    constraints: { minLength, maxLength },
  } = field
  if (minLength === undefined && maxLength === undefined) return []
  if (!MEASURED.has(type)) return refuse(`une longueur ne s'applique pas à des valeurs de type « ${type} »`)
  return [
    ...(minLength === undefined ? [] : softened(field, 'minLength', [atLeast(minLength, unitOf(type))])),
    ...(maxLength === undefined ? [] : softened(field, 'maxLength', [atMost(maxLength, unitOf(type))])),
  ]
}

const atLeast =
  (least: number, unit: string): Constraint =>
  (_, value) => {
    const length = lengthOf(value)
    if (length >= least) return undefined
    return {
      code: 'constraint-error/minLength',
      message: `j'attendais au moins ${counted(least, unit)}, il y en a ${length}`,
    }
  }

const atMost =
  (most: number, unit: string): Constraint =>
  (_, value) => {
    const length = lengthOf(value)
    if (length <= most) return undefined
    return {
      code: 'constraint-error/maxLength',
      message: `j'attendais au plus ${counted(most, unit)}, il y en a ${length}`,
    }
  }

const unitOf = (type: string): string => (type === 'string' || type === 'any' ? 'caractère' : 'élément')
const counted = (count: number, unit: string): string => `${count} ${unit}${count > 1 ? 's' : ''}`

/** Characters are counted as Python does: by code points. */
function lengthOf(value: Value): number {
  if (typeof value === 'string') return /[\uD800-\uDBFF]/.test(value) ? [...value].length : value.length
  if (Array.isArray(value)) return value.length
  return typeof value === 'object' ? Object.keys(value).length : String(value).length
}

const BOUNDS = [
  ['minimum', (order: number) => order >= 0, 'au moins X', 'X ou après'],
  ['maximum', (order: number) => order <= 0, 'au plus X', 'X ou avant'],
  ['exclusiveMinimum', (order: number) => order > 0, 'plus de X', 'une valeur après X'],
  ['exclusiveMaximum', (order: number) => order < 0, 'moins de X', 'une valeur avant X'],
] as const

function bounds(field: Field, refuse: Refuse): Constraint[] {
  const isTime = ['date', 'time', 'datetime', 'year', 'yearmonth'].includes(field.type)
  return BOUNDS.flatMap(([name, holds, ofSize, ofTime]) => {
    const written = field.constraints[name]
    if (written === undefined) return []
    if (!BOUNDED.has(field.type)) return refuse(`une limite ne s'applique pas à des valeurs de type « ${field.type} »`)
    const bound = castWritten(field, written)
    if (bound === undefined) return refuse(`sa limite « ${written} » n'est pas du type « ${field.type} »`)
    const breach = {
      code: `constraint-error/${name}`,
      message: `j'attendais ${(isTime ? ofTime : ofSize).replace('X', () => written)}`,
    }
    return softened(field, name, [(_, value) => (holds(compare(value, bound)) ? undefined : breach)])
  })
}

/** A bound or a permitted value is written in the schema as a value of the field, or as a plain JSON number or boolean. */
const castWritten = (field: Field, written: string): Value | undefined =>
  compileCast(field)(written) ??
  compileCast({
    ...field,
    format: 'default',
    decimalChar: '.',
    groupChar: '',
    trueValues: ['true'],
    falseValues: ['false'],
  })(written)

/** Numbers by size, canonical dates and times by their text; what is not comparable answers NaN and so passes no bound. */
export function compare(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  return Number.NaN
}

function pattern(field: Field, refuse: Refuse): Constraint[] {
  const written = field.constraints.pattern
  if (written === undefined) return []
  if (field.type !== 'string') return refuse(`un motif ne s'applique pas à des valeurs de type « ${field.type} »`)
  const compiled = compilePattern(written)
  if ('unusable' in compiled) return refuse(compiled.unusable)
  const breach = {
    code: 'constraint-error/pattern',
    message: expectedPattern(written),
  }
  return [
    text => {
      const matches = compiled.test(text)
      return matches ? undefined : matches === undefined ? UNJUDGED : breach
    },
  ]
}

/** The commonest pattern in words; another one is shown, for whoever can read it. */
function expectedPattern(pattern: string): string {
  const digits = /^\^?(?:\\d|\[0-9\])\{(\d+)\}\$?$/.exec(pattern)?.[1]
  if (digits !== undefined) return `j'attendais ${digits} chiffres, sans espace`
  const shown = pattern.length <= 60 ? ` (motif ${quoted(pattern)})` : ''
  return `ce n'est pas écrit comme le modèle le demande${shown}`
}

const UNJUDGED: Breach = {
  code: 'carnet/unchecked-rule',
  message: 'le motif du modèle demanderait trop de temps sur un texte aussi long, il n’est pas vérifié ici',
  level: 'advice',
}

/** Values are compared once converted: `1.0` is in the list `[1]`. */
function enumeration(field: Field, written: readonly string[] | undefined, refuse: Refuse): Constraint[] {
  if (written === undefined) return []
  const values = new Set<unknown>()
  for (const one of written) {
    const value = castWritten(field, one)
    if (value === undefined) refuse(`la valeur permise « ${one} » n'est pas du type « ${field.type} »`)
    else values.add(comparable(value))
  }
  const breach = { code: 'constraint-error/enum', message: listed(written) }
  return [(_, value) => (values.has(comparable(value)) ? undefined : breach)]
}

/** Lists and objects are the same when their JSON is. */
const comparable = (value: Value): unknown => (typeof value === 'object' ? JSON.stringify(value) : value)

const SHOWN = 12
function listed(values: readonly string[]): string {
  if (values.length === 1) return `la seule valeur permise est « ${values[0]} »`
  const shown = values.slice(0, SHOWN).map(value => `« ${value} »`)
  const more = values.length > SHOWN ? ` et ${values.length - SHOWN} autres` : ''
  return `les valeurs permises sont ${shown.join(', ')}${more}`
}
