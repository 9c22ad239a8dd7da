import type { GridRow } from '../../grid.ts'
import { type Cell, LIMITS } from '../cells/cell.ts'
import { GridBuilder } from '../cells/grid-builder.ts'
import { CLOSE, END, OPEN, type XmlScanner } from '../xml/scanner.ts'
import type { CellBudget } from './cell-budget.ts'
import { shownText } from './paragraphs.ts'
import { odsCell } from './value.ts'

export interface OdsTable {
  readonly rows: readonly GridRow[]
  readonly merges: readonly (readonly [number, number, number, number])[]
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
  /** Lines of one content repeated past any table, of which only the first was kept. */
  readonly repeats: readonly { readonly from: number; readonly to: number }[]
}

/** A row filled down to the foot of the sheet by mistake says one thing a million times. */
const MOST_REPEATS = 50_000

/** Reads one `table:table` (OpenDocument 1.2 Part 1, 9). Call on its OPEN; leaves on its CLOSE. */
export const readOdsTable = (xml: XmlScanner, budget: CellBudget): OdsTable => new TableReader(xml, budget).read()

class TableReader {
  private readonly grid = new GridBuilder()
  private readonly merges: [number, number, number, number][] = []
  private readonly hiddenRows: number[] = []
  private readonly hiddenColumns: number[] = []
  private readonly repeats: { from: number; to: number }[] = []
  /** 1-based line of the row being read, 0-based column of the cell. */
  private line = 1
  private column = 0
  private declared = 0

  constructor(
    private readonly xml: XmlScanner,
    private readonly budget: CellBudget,
  ) {}

  read(): OdsTable {
    const { xml } = this
    for (let depth = 1; depth > 0; ) {
      const token = xml.next()
      if (token === END) break
      if (token === CLOSE) depth--
      else if (token === OPEN) {
        if (xml.name === 'table-row') this.readRow()
        else if (xml.name === 'table-column') this.readColumn()
        else if (GROUPS.has(xml.name)) depth++
        else xml.skip()
      }
    }
    const { merges, hiddenRows, hiddenColumns, repeats } = this
    return { rows: this.grid.finish(), merges, hiddenRows, hiddenColumns, repeats }
  }

  private readRow(): void {
    const times = this.repeated('number-rows-repeated')
    const hidden = this.isHidden()
    const cells = this.readCells()
    if (cells.length > 0) this.putRow(cells, times, hidden)
    this.line += times
  }

  /** Cells that hold something, with their columns. Blank ones, however many, cost nothing. */
  private readCells(): (readonly [number, Cell])[] {
    const { xml } = this
    const cells: (readonly [number, Cell])[] = []
    this.column = 0
    for (let token = xml.next(); token !== CLOSE && token !== END; token = xml.next()) {
      if (token !== OPEN) continue
      if (xml.name !== 'table-cell' && xml.name !== 'covered-table-cell') {
        xml.skip()
        continue
      }
      const times = this.repeated('number-columns-repeated')
      this.readMerge()
      const cell = this.readCell()
      if (cell.text !== '' || cell.native !== undefined) {
        const last = Math.min(times, LIMITS.columns + 1)
        this.budget.spend(last)
        for (let i = 0; i < last; i++) cells.push([this.column + i, cell])
      }
      this.column += times
    }
    return cells
  }

  private readCell(): Cell {
    const { xml } = this
    const type = xml.attribute('value-type')
    const formula = xml.attribute('formula') !== ''
    const value = type === '' ? '' : xml.attribute(VALUES.get(type) ?? 'value')
    return odsCell({ type, value, formula, shown: shownText(xml) })
  }

  private putRow(cells: readonly (readonly [number, Cell])[], times: number, hidden: boolean): void {
    const many = times > MOST_REPEATS
    if (many) this.repeats.push({ from: this.line, to: this.line + times - 1 })
    const kept = many ? 1 : times
    this.budget.spend(cells.length * (kept - 1))
    for (let i = 0; i < kept; i++) {
      this.grid.startRow(this.line + i)
      for (const [column, cell] of cells) this.grid.put(column, cell)
      if (hidden) this.hiddenRows.push(this.line + i)
    }
  }

  private readMerge(): void {
    const columns = this.repeated('number-columns-spanned')
    const rows = this.repeated('number-rows-spanned')
    if (columns === 1 && rows === 1) return
    const top = this.line - 1
    this.merges.push([top, this.column, top + rows - 1, this.column + columns - 1])
  }

  private readColumn(): void {
    const times = this.repeated('number-columns-repeated')
    if (this.isHidden())
      for (let c = this.declared; c < Math.min(this.declared + times, LIMITS.columns); c++) this.hiddenColumns.push(c)
    this.declared += times
    this.xml.skip()
  }

  private isHidden(): boolean {
    const visibility = this.xml.attribute('visibility')
    return visibility === 'collapse' || visibility === 'filter'
  }

  /** A count of the file, at least 1: written by anybody, it is only added, never looped over as it is. */
  private repeated(attribute: string): number {
    const written = this.xml.attribute(attribute)
    return /^[1-9]\d{0,8}$/.test(written) ? Number(written) : 1
  }
}

const GROUPS = new Set([
  'table-row-group',
  'table-rows',
  'table-header-rows',
  'table-column-group',
  'table-columns',
  'table-header-columns',
])

const VALUES: ReadonlyMap<string, string> = new Map([
  ['date', 'date-value'],
  ['time', 'time-value'],
  ['boolean', 'boolean-value'],
  ['string', 'string-value'],
])
