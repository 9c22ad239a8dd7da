import { RE2JS } from 're2js'
import type { Field } from '../models/model.ts'

/**
 * Whether a cell's text already suits a field: type, enumeration and pattern, enough to count what a step would correct and never to make
 * a valid cell invalid. The truth is the check (`core/check`); this one is for speed and for single cells.
 */
export function acceptor(field: Field): (text: string) => boolean {
  const suits = typeTest(field)
  const allowed = field.constraints.enum ? new Set(field.constraints.enum) : undefined
  const matches = patternTest(field.constraints.pattern)
  const known = new Map<string, boolean>()
  return text => {
    let answer = known.get(text)
    if (answer === undefined) {
      answer = suits(text) && (allowed === undefined || allowed.has(text)) && matches(text)
      if (known.size < 50_000) known.set(text, answer)
    }
    return answer
  }
}

/** True when the field says itself which writings it takes: « N/A » is then a value, not a hole. */
export const isConstrained = (field: Field): boolean =>
  field.constraints.enum !== undefined || field.constraints.pattern !== undefined

function patternTest(pattern: string | undefined): (text: string) => boolean {
  if (pattern === undefined) return () => true
  try {
    // As Validata does: `^pattern$`. RE2 runs in linear time, whatever a foreign model brings.
    const compiled = RE2JS.compile(`^${pattern}$`)
    return text => compiled.matcher(text).find()
  } catch {
    return () => true
  }
}

function typeTest(field: Field): (text: string) => boolean {
  switch (field.type) {
    case 'boolean': {
      const words = new Set([...field.trueValues, ...field.falseValues])
      return text => words.has(text)
    }
    case 'integer':
      return text => /^[+-]?\d+$/.test(text)
    case 'number':
      return text =>
        /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(field.decimalChar === ',' ? text.replace(',', '.') : text)
    case 'date':
      return text => dateTest(field.format, text)
    case 'datetime':
      return text => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(text)
    case 'year':
      return text => /^-?\d{4}$/.test(text)
    case 'yearmonth':
      return text => /^\d{4}-\d{2}$/.test(text)
    case 'time':
      return text => /^\d{2}:\d{2}:\d{2}$/.test(text)
    case 'geopoint':
      return text =>
        field.format === 'array'
          ? /^\[\s*-?[\d.]+\s*,\s*-?[\d.]+\s*\]$/.test(text)
          : /^-?[\d.]+,\s*-?[\d.]+$/.test(text)
    default:
      return () => true
  }
}

function dateTest(format: string, text: string): boolean {
  if (format === 'default' || format === 'any' || format === '%Y-%m-%d') return /^\d{4}-\d{2}-\d{2}$/.test(text)
  if (format === '%d/%m/%Y') return /^\d{2}\/\d{2}\/\d{4}$/.test(text)
  if (format === '%Y') return /^\d{4}$/.test(text)
  return true
}
