import type { Field, Role } from '../../core/models/model.ts'
import type { SheetCell } from './workbook.ts'

/** Numbers that are names: never computed with, their zeros count. */
const CODES: ReadonlySet<Role> = new Set<Role>([
  'id',
  'insee',
  'postcode',
  'siren',
  'siret',
  'rna',
  'phone',
  'house-number',
])

/**
 * The cell to write for a text. It is a number or a date only when the model's field says so and the text is canonical, that is to say
 * the spreadsheet gives back the same text; everything else stays text, letter for letter.
 */
export function typedCell(text: string, field: Field | undefined): SheetCell {
  if (field !== undefined && isNumeric(field) && isCanonicalNumber(text)) return { type: 'number', text }
  if (field !== undefined && isDay(field) && isCanonicalDay(text)) return { type: 'date', text }
  return { type: 'text', text }
}

export const isCode = (field: Field): boolean => field.role !== undefined && CODES.has(field.role)

export const isNumeric = (field: Field): boolean =>
  (field.type === 'number' || field.type === 'integer') && field.decimalChar === '.' && !isCode(field)

export const isDay = (field: Field): boolean =>
  field.type === 'date' && ['default', 'any', '%Y-%m-%d'].includes(field.format)

/** Fifteen digits at most: a spreadsheet rounds the others. */
export const isCanonicalNumber = (text: string): boolean =>
  /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) && String(Number(text)) === text && text.replace(/\D/g, '').length <= 15

/** From March 1900: before it Excel counts a day that never was. */
export function isCanonicalDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < '1900-03-01') return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
