import { UnreadableFile } from '../../../core/table/read-result.ts'
import type { Native } from '../../../core/table/table.ts'
import { type CellFormat, compileFormat } from './format.ts'
import { plainNumber } from './plain-number.ts'
import { isoDay, isoTime, type Moment, momentOf, two } from './serial.ts'

/** A spreadsheet's cell as the core wants it: canonical text (see core/table/table.ts) and what it was. */
export interface Cell {
  readonly text: string
  readonly native?: Native
}

export const LIMITS = { rows: 1_048_576, columns: 16_384, cellLength: 1_048_576 } as const

const FORMULA = { formula: true } as const

export function textCell(text: string, formula: boolean): Cell {
  if (text.length > LIMITS.cellLength)
    throw new UnreadableFile(
      `Une case de ce fichier contient ${Math.round(text.length / 1024)} ko de texte ; j’en lis 1 024 ko au plus par case. Ce n’est sans doute pas un tableau.`,
    )
  return formula ? { text, native: { type: 'text', shown: text, ...FORMULA } } : { text }
}

export const booleanCell = (value: boolean, formula: boolean): Cell => ({
  text: String(value),
  native: { type: 'boolean', value, shown: value ? 'VRAI' : 'FAUX', ...(formula && FORMULA) },
})

export const errorCell = (shown: string, formula: boolean): Cell => ({
  text: '',
  native: { type: 'error', shown, ...(formula && FORMULA) },
})

/** `raw` is the number as the file writes it; a long code keeps all its digits. */
export function numberCell(value: number, format: CellFormat, date1904: boolean, formula: boolean, raw?: string): Cell {
  const { kind } = format
  if (kind !== 'number' && kind !== 'elapsed') {
    const moment = momentOf(value, date1904)
    if (moment !== undefined) return momentCell(value, moment, kind, format.show(value, date1904), formula)
  }
  if (kind === 'elapsed' && value >= 0)
    return withNative(duration(value), { type: 'time', serial: value, shown: format.show(value, date1904) }, formula)
  if (format.code === 'General') {
    const text = numberText(value, raw)
    return withNative(text, { type: 'number', value, shown: text.replace('.', ',') }, formula)
  }
  const shown = format.show(value, date1904)
  return withNative(
    leadingZeros(value, shown, format) ?? numberText(value, raw),
    { type: 'number', value, shown },
    formula,
  )
}

function momentCell(serial: number, moment: Moment, kind: CellFormat['kind'], shown: string, formula: boolean): Cell {
  if (kind === 'time' && serial < 1)
    return withNative(isoTime(moment.seconds), { type: 'time', serial, shown }, formula)
  const day = isoDay(moment)
  return kind === 'date' && moment.seconds === 0
    ? withNative(day, { type: 'date', serial, shown }, formula)
    : withNative(`${day}T${isoTime(moment.seconds)}`, { type: 'datetime', serial, shown }, formula)
}

const withNative = (text: string, native: Native, formula: boolean): Cell => ({
  text,
  native: formula ? { ...native, ...FORMULA } : native,
})

/** Digits as a person would write them: what the file writes when it is already so, which spares two conversions. */
const PLAIN = /^-?(?:0|[1-9]\d{0,14})$|^-?(?:0|[1-9]\d{0,7})\.\d{0,6}[1-9]$/
const LONG_CODE = /^-?[1-9]\d{15,}$/

const numberText = (value: number, raw: string | undefined): string =>
  raw !== undefined && ((PLAIN.test(raw) && raw !== '-0') || LONG_CODE.test(raw)) ? raw : plainNumber(value)

function duration(days: number): string {
  const seconds = Math.round(days * 86_400)
  return `${two(Math.floor(seconds / 3600))}:${isoTime(seconds % 3600).slice(3)}`
}

/** "01001" of 1001 under 00000, "0123456789" of 123456789 under 0# ## ## ## ##: a code, of which only the digits are kept. */
function leadingZeros(value: number, shown: string, format: CellFormat): string | undefined {
  if (!Number.isInteger(value) || value < 0 || !shown.startsWith('0') || /[%,.E]/i.test(format.code)) return undefined
  const digits = shown.replace(/[\s.\-\u00a0\u202f]/g, '')
  return digits.length > 1 && /^0\d+$/.test(digits) && Number(digits) === value ? digits : undefined
}

/** Formats of one workbook, each compiled once. */
export class Formats {
  private readonly compiled = new Map<string, CellFormat>()

  of(code: string): CellFormat {
    let format = this.compiled.get(code)
    if (format === undefined) this.compiled.set(code, (format = compileFormat(code.slice(0, 300))))
    return format
  }
}
