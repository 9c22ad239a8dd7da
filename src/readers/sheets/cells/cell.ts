import { UnreadableFile } from '../../../core/table/read-result.ts'
import type { Native } from '../../../core/table/table.ts'
import { type CellFormat, compileFormat } from './format.ts'
import { plainNumber } from './plain-number.ts'
import { isoDay, isoTime, momentOf, two } from './serial.ts'

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
  const mark = formula ? FORMULA : undefined
  const moment = format.kind === 'number' || format.kind === 'elapsed' ? undefined : momentOf(value, date1904)
  const shown = format.show(value, date1904)
  if (format.kind === 'elapsed' && value >= 0)
    return { text: duration(value), native: { type: 'time', serial: value, shown, ...mark } }
  if (moment === undefined) {
    const text =
      leadingZeros(value, shown, format) ??
      (raw !== undefined && /^-?[1-9]\d{15,}$/.test(raw) ? raw : plainNumber(value))
    return {
      text,
      native: { type: 'number', value, shown: format.code === 'General' ? text.replace('.', ',') : shown, ...mark },
    }
  }
  if (format.kind === 'time' && value < 1)
    return { text: isoTime(moment.seconds), native: { type: 'time', serial: value, shown, ...mark } }
  const day = isoDay(moment)
  if (format.kind === 'date' && moment.seconds === 0)
    return { text: day, native: { type: 'date', serial: value, shown, ...mark } }
  return { text: `${day}T${isoTime(moment.seconds)}`, native: { type: 'datetime', serial: value, shown, ...mark } }
}

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
