import type { GridRow } from '../../grid.ts'
import { booleanCell, type Cell, errorCell, LIMITS, numberCell, textCell } from '../cells/cell.ts'
import { CellMemory } from '../cells/cell-memory.ts'
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

/** Reads one worksheet (ECMA-376 Part 1, 18.3). The declared dimension is not even looked at. */
export function readSheet(bytes: Uint8Array, context: SheetContext): SheetContent {
  return new SheetReader(scanPart(bytes), context).read()
}

class SheetReader {
  private readonly grid = new GridBuilder()
  private readonly merges: [number, number, number, number][] = []
  private readonly hiddenRows: number[] = []
  private readonly hiddenColumns: number[] = []
  private readonly numbers = new Map<string, CellMemory>()
  /** One cell serves all those that share a string. */
  private readonly shared: Cell[] = []
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
    let shared: number | undefined
    let formula = false
    for (let token = xml.next(); token !== CLOSE; token = xml.next()) {
      if (token === END) break
      if (token !== OPEN) continue
      if (xml.name === 'v' && type === 's') shared = this.sharedIndex()
      else if (xml.name === 'v') value = xml.allText()
      else if (xml.name === 'is') value = xml.allText('rPh')
      else {
        formula ||= xml.name === 'f'
        xml.skip()
      }
    }
    if (shared !== undefined) this.grid.put(this.column, this.sharedCell(shared, formula))
    else if (value !== undefined && value !== '') this.grid.put(this.column, this.cellOf(type, style, value, formula))
    else if (formula && value === undefined) this.emptyFormulas++
  }

  /** Undefined for an empty value. */
  private sharedIndex(): number | undefined {
    const index = this.xml.digits()
    if (index >= 0) return index
    const text = this.xml.allText().trim()
    return text === '' ? undefined : Number(text)
  }

  private sharedCell(index: number, formula: boolean): Cell {
    const { strings } = this.context
    if (formula || !(index < strings.length)) return textCell(strings[index] ?? '', formula)
    return (this.shared[index] ??= textCell(strings[index] ?? '', false))
  }

  private cellOf(type: string, style: string, value: string, formula: boolean): Cell {
    switch (type) {
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
    if (formula) return this.newNumber(style, raw, true)
    let memory = this.numbers.get(style)
    if (memory === undefined) this.numbers.set(style, (memory = new CellMemory()))
    return memory.get(raw) ?? memory.add(raw, this.newNumber(style, raw, false))
  }

  private newNumber(style: string, raw: string, formula: boolean): Cell {
    const value = Number(raw)
    const trimmed = raw.trim()
    return Number.isFinite(value) && trimmed !== ''
      ? numberCell(value, this.formatOf(style), this.context.date1904, formula, trimmed)
      : textCell(raw, formula)
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
