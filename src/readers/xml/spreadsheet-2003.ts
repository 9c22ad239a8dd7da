import type { Grid, GridRow } from '../grid.ts'
import { walkXml } from './walk.ts'

const MOST_COLUMNS = 16_384

/** A workbook saved by Excel as « Feuille de calcul XML 2003 »: one grid a `Worksheet`, cells at the place that `Index` gives. */
export function readSpreadsheet2003(text: string): Grid[] {
  const sheets: Sheet[] = []
  let sheet: Sheet | undefined
  let inData = false
  walkXml(text, {
    open(name, attributes) {
      if (name === 'Worksheet') sheets.push((sheet = new Sheet(attributes.get('Name') ?? '')))
      else if (name === 'Visible' && sheet !== undefined) sheet.awaitsVisibility = true
      else if (name === 'Row') sheet?.openRow(attributes)
      else if (name === 'Cell') sheet?.openCell(attributes)
      else if (name === 'Data') inData = true
    },
    text(data) {
      if (inData) sheet?.write(data)
      else if (sheet?.awaitsVisibility === true && /hidden/i.test(data)) sheet.hidden = true
    },
    close(name) {
      if (name === 'Data') inData = false
      else if (name === 'Visible' && sheet !== undefined) sheet.awaitsVisibility = false
      else if (name === 'Row') sheet?.closeRow()
    },
  })
  return sheets.map(found => found.grid())
}

class Sheet {
  hidden = false
  awaitsVisibility = false
  private readonly rows: GridRow[] = []
  private readonly merges: [number, number, number, number][] = []
  private readonly hiddenRows: number[] = []
  private line = 0
  private column = -1
  private cells: string[] = []

  constructor(private readonly name: string) {}

  openRow(attributes: ReadonlyMap<string, string>): void {
    this.line = placeOf(attributes, this.line + 1)
    if (attributes.get('Hidden') === '1') this.hiddenRows.push(this.line)
    this.column = -1
    this.cells = []
  }

  openCell(attributes: ReadonlyMap<string, string>): void {
    this.column = placeOf(attributes, this.column + 2) - 1
    while (this.cells.length <= Math.min(this.column, MOST_COLUMNS)) this.cells.push('')
    const across = Number(attributes.get('MergeAcross') ?? 0)
    const down = Number(attributes.get('MergeDown') ?? 0)
    if (across > 0 || down > 0)
      this.merges.push([this.line - 1, this.column, this.line - 1 + down, this.column + across])
    this.mergedTo = this.column + across
  }
  private mergedTo = -1

  write(data: string): void {
    const text = /^\d{4}-\d\d-\d\dT00:00:00\.000$/.test(data) ? data.slice(0, 10) : data
    if (this.column >= 0 && this.column < MOST_COLUMNS) this.cells[this.column] = (this.cells[this.column] ?? '') + text
    this.column = Math.max(this.column, Math.min(this.mergedTo, MOST_COLUMNS))
  }

  closeRow(): void {
    this.rows.push({ line: this.line, cells: this.cells })
  }

  grid(): Grid {
    return {
      sheet: this.name,
      rows: this.rows,
      ...(this.hidden ? { hidden: true as const } : {}),
      ...(this.merges.length > 0 ? { merges: this.merges } : {}),
      ...(this.hiddenRows.length > 0 ? { hiddenRows: this.hiddenRows } : {}),
    }
  }
}

function placeOf(attributes: ReadonlyMap<string, string>, next: number): number {
  const given = Number(attributes.get('Index'))
  return Number.isInteger(given) && given >= 1 && given <= 1_048_576 ? given : next
}
