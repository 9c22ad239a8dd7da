import type { GridRow } from '../grid.ts'

/** What a cell looks like, to tell titles of columns from data. Not a reading of the value: that is the job of core/values. */
export type CellKind = 'empty' | 'text' | 'integer' | 'decimal' | 'code' | 'date' | 'contact'

const NUMBER = /^[-+]?\d{1,3}(?:[ \u00a0\u202f]?\d{3})*(?:[.,]\d+)?\s?(?:€|%|%|m²|km)?$/
const LONG_DIGITS = /^\d[\d ]{4,}\d$|^0\d+$/
const DATE = /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ]\d{1,2}:\d{2}.*)?|\d{1,2}[:h]\d{2}(?::\d{2})?)$/
const CONTACT = /^(?:https?:\/\/|www\.)\S+$|^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i

export function cellKind(row: GridRow, column: number): CellKind {
  const text = row.cells[column]?.trim() ?? ''
  const native = row.natives?.[column]
  if (native !== undefined && native.type !== 'text') return nativeKind(native.type, text)
  if (text === '') return 'empty'
  if (text.length > 40) return CONTACT.test(text) ? 'contact' : 'text'
  if (DATE.test(text)) return 'date'
  if (LONG_DIGITS.test(text)) return 'code'
  if (NUMBER.test(text)) return /[.,]\d/.test(text) ? 'decimal' : 'integer'
  return CONTACT.test(text) ? 'contact' : 'text'
}

function nativeKind(type: string, text: string): CellKind {
  if (type === 'number') return /^-?\d+$/.test(text) ? (text.length > 5 ? 'code' : 'integer') : 'decimal'
  if (type === 'error') return 'empty'
  return type === 'boolean' ? 'integer' : 'date'
}

/** Numbers and codes change kind from one row to the next (12, 12,5, 100200): they count as one family. */
export const family = (kind: CellKind): 'empty' | 'text' | 'number' | 'date' | 'contact' =>
  kind === 'integer' || kind === 'decimal' || kind === 'code' ? 'number' : kind

export const isFilled = (row: GridRow, column: number): boolean =>
  (row.cells[column] ?? '').trim() !== '' || row.natives?.[column]?.type === 'error'
