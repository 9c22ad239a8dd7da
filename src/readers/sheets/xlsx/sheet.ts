import type { GridRow } from '../../grid.ts'
import { booleanCell, type Cell, errorCell, LIMITS, numberCell, textCell } from '../cells/cell.ts'
import type { CellFormat } from '../cells/format.ts'
import { GridBuilder } from '../cells/grid-builder.ts'
import { serialOf } from '../cells/serial.ts'
import { scanPart } from '../xml/part.ts'
import { CLOSE, END, OPEN, type XmlScanner } from '../xml/scanner.ts'
import { unescapeText } from './workbook.ts'

export interface SheetContext {
  readonly strings: readonly string[]
  readonly styles: readonly CellFormat[]
  readonly general: CellFormat
  readonly date1904: boolean
}

export interface SheetContent {
  readonly rows: readonly GridRow[]
  readonly merges: readonly (readonly [number, number, number, number])[]
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
  /** Formulas whose result the file does not hold: nobody computed them. */
  readonly emptyFormulas: number
}

/** Numbers repeat themselves (years, codes, amounts): one object serves many cells. Forgotten when it grows. */
const MOST_REMEMBERED = 20_000

/** Reads one worksheet (ECMA-376 Part 1, 18.3). The declared dimension is not even looked at. */
export function readSheet(bytes: Uint8Array, context: SheetContext): SheetContent {
  return new SheetReader(scanPart(bytes), context).read()
}

class SheetReader {
  private readonly grid = new GridBuilder()
  private readonly merges: [number, number, number, number][] = []
  private readonly hiddenRows: number[] = []
  private readonly hiddenColumns: number[] = []
  private readonly numbers = new Map<string, Cell>()
  private emptyFormulas = 0
  private line = 0
  private column = -1

  constructor(
    private readonly xml: XmlScanner,
    private readonly context: SheetContext,
  ) {}

  read(): SheetContent {
    const { xml } = this
    for (let token = xml.next(); token !== END; token = xml.next()) {
      if (token !== OPEN) continue
      if (xml.name === 'c') this.readCell()
      else if (xml.name === 'row') this.startRow()
      else if (xml.name === 'col') this.readColumns()
      else if (xml.name === 'mergeCell') this.readMerge(xml.attribute('ref'))
    }
    const { merges, hiddenRows, hiddenColumns, emptyFormulas } = this
    return { rows: this.grid.finish(), merges, hiddenRows, hiddenColumns, emptyFormulas }
  }

  private startRow(): void {
    this.line = Number(this.xml.attribute('r')) || this.line + 1
    this.column = -1
    this.grid.startRow(this.line)
    if (isTrue(this.xml.attribute('hidden'))) this.hiddenRows.push(this.line)
  }

  private readCell(): void {
    const { xml } = this
    this.column = columnOf(xml.attribute('r'), this.column + 1)
    const type = xml.attribute('t')
    const style = xml.attribute('s')
    let value: string | undefined
    let formula = false
    for (let token = xml.next(); token !== CLOSE; token = xml.next()) {
      if (token === END) break
      if (token !== OPEN) continue
      if (xml.name === 'v') value = xml.allText()
      else if (xml.name === 'is') value = xml.allText('rPh')
      else {
        formula ||= xml.name === 'f'
        xml.skip()
      }
    }
    if (value === undefined || value === '') {
      if (formula && value === undefined) this.emptyFormulas++
      return
    }
    this.grid.put(this.column, this.cellOf(type, style, value, formula))
  }

  private cellOf(type: string, style: string, value: string, formula: boolean): Cell {
    switch (type) {
      case 's':
        return textCell(this.context.strings[Number(value)] ?? '', formula)
      case 'str':
      case 'inlineStr':
        return textCell(unescapeText(value), formula)
      case 'b':
        return booleanCell(isTrue(value.trim()), formula)
      case 'e':
        return errorCell(value, formula)
      case 'd':
        return this.isoDate(value, style, formula)
      default:
        return this.number(style, value, formula)
    }
  }

  private number(style: string, raw: string, formula: boolean): Cell {
    const key = `${formula ? 'f' : ''}${style}:${raw}`
    let cell = this.numbers.get(key)
    if (cell === undefined) {
      if (this.numbers.size >= MOST_REMEMBERED) this.numbers.clear()
      const value = Number(raw)
      const trimmed = raw.trim()
      cell =
        Number.isFinite(value) && trimmed !== ''
          ? numberCell(value, this.formatOf(style), this.context.date1904, formula, trimmed)
          : textCell(raw, formula)
      this.numbers.set(key, cell)
    }
    return cell
  }

  /** A strict file writes its dates in ISO 8601. A zone, which Excel never writes, is left out: a day is a day. */
  private isoDate(value: string, style: string, formula: boolean): Cell {
    const iso = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?/.exec(value.trim())
    if (iso === null) return textCell(value, formula)
    const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = iso.slice(1).map(n => Number(n ?? 0))
    const serial = serialOf(year, month, day, hours * 3600 + minutes * 60 + seconds)
    const format = this.formatOf(style)
    const dated =
      format.kind === 'number' ? ({ ...format, kind: iso[4] === undefined ? 'date' : 'datetime' } as const) : format
    const shown = format.kind === 'number' ? { ...dated, show: () => value } : dated
    return numberCell(serial, shown, false, formula)
  }

  private formatOf(style: string): CellFormat {
    return this.context.styles[Number(style)] ?? this.context.general
  }

  private readColumns(): void {
    if (!isTrue(this.xml.attribute('hidden'))) return
    const from = Number(this.xml.attribute('min')) || 1
    const to = Math.min(Number(this.xml.attribute('max')) || from, LIMITS.columns)
    for (let column = from; column <= to; column++) this.hiddenColumns.push(column - 1)
  }

  private readMerge(ref: string): void {
    const [from = '', to = from] = ref.split(':')
    const area = [lineOf(from), columnOf(from, 0), lineOf(to), columnOf(to, 0)] as const
    if (area.every(n => n >= 0)) this.merges.push([area[0], area[1], area[2], area[3]])
  }
}

const isTrue = (text: string) => text === '1' || text === 'true' || text === 'on'

const lineOf = (ref: string) => Number(/\d+$/.exec(ref)?.[0] ?? 0) - 1

/** 0-based column of 'AB12'; the next one when the file gives no reference. */
function columnOf(ref: string, next: number): number {
  let column = 0
  for (let i = 0; i < ref.length && i < 8; i++) {
    const code = ref.charCodeAt(i) & 0xdf
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column === 0 ? next : column - 1
}
