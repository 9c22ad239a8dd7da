import type { Native } from '../../../core/table/table.ts'
import { booleanCell, type Cell, errorCell, numberCell, textCell } from '../cells/cell.ts'
import { isoTime, serialOf, two } from '../cells/serial.ts'

/** The typed value that a cell writes beside what it shows (OpenDocument 1.2 Part 1, 19.385). */
export interface OdsValue {
  readonly type: string
  readonly value: string
  readonly shown: string
  readonly formula: boolean
}

/** A cell as the core wants it. A value that makes no sense leaves the text that the person saw. */
export function odsCell({ type, value, shown, formula }: OdsValue): Cell {
  if (formula && ERROR.test(shown)) return errorCell(shown, true)
  switch (type) {
    case 'float':
    case 'percentage':
    case 'currency':
      return number(type, value, shown, formula)
    case 'date':
      return date(value, shown, formula) ?? textCell(shown || value, formula)
    case 'time':
      return time(value, shown, formula) ?? textCell(shown || value, formula)
    case 'boolean':
      return boolean(value === 'true', shown, formula)
    default:
      return textCell(shown || value, formula)
  }
}

/** As LibreOffice shows them, in English, in French or by number. */
const ERROR =
  /^(?:#(?:DIV\/0\s?!|N\/?[AD]|REF\s?!|NAME\s?\?|NOM\s?\?|VALUE\s?!|VALEUR\s?!|NUM\s?!|NOMBRE\s?!|NULL?\s?!)|Err\s?:\s?\d{3})$/

const CODES = { float: '0', percentage: '0%', currency: '#,##0.00' } as const

function number(type: keyof typeof CODES, raw: string, shown: string, formula: boolean): Cell {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return textCell(shown || raw, formula)
  const code = shown === '' ? 'General' : CODES[type]
  return numberCell(value, { code, kind: 'number', show: () => shown }, false, formula, raw.trim())
}

function boolean(value: boolean, shown: string, formula: boolean): Cell {
  const cell = booleanCell(value, formula)
  return shown === '' ? cell : { text: cell.text, native: { ...(cell.native as Native & { type: 'boolean' }), shown } }
}

/** A calendar day and, perhaps, an hour; no zone. Days before 1900 are days too: their serial is negative. */
function date(value: string, shown: string, formula: boolean): Cell | undefined {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:[.,]\d+)?))?)?$/.exec(value)
  if (iso === null) return undefined
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, exact = 0] = iso
    .slice(1)
    .map(part => Number((part ?? '0').replace(',', '.')))
  if (!isDay(year, month, day)) return undefined
  const seconds = Math.min(hours * 3600 + minutes * 60 + Math.round(exact), 86_399)
  const timed = seconds > 0 || (iso[4] !== undefined && shown.includes(':'))
  const text = `${iso[1]}-${iso[2]}-${iso[3]}`
  return {
    text: timed ? `${text}T${isoTime(seconds)}` : text,
    native: {
      type: timed ? 'datetime' : 'date',
      serial: serialOf(year, month, day, seconds),
      shown: shown || value,
      ...(formula && { formula: true as const }),
    },
  }
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** `PT08H30M00S`: an hour of the day, or a duration that may go past 24 hours. */
function time(value: string, shown: string, formula: boolean): Cell | undefined {
  const found = /^P(?:(\d{1,6})D)?T(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,7}(?:[.,]\d+)?)S)?$/.exec(value)
  if (found === null) return undefined
  const [days = 0, hours = 0, minutes = 0, exact = 0] = found
    .slice(1)
    .map(part => Number((part ?? '0').replace(',', '.')))
  const seconds = Math.round(days * 86_400 + hours * 3600 + minutes * 60 + exact)
  return {
    text: `${two(Math.floor(seconds / 3600))}:${isoTime(seconds % 3600).slice(3)}`,
    native: {
      type: 'time',
      serial: seconds / 86_400,
      shown: shown || value,
      ...(formula && { formula: true as const }),
    },
  }
}
