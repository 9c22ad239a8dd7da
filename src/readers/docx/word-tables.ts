import type { Grid, GridRow } from '../grid.ts'
import type { XmlListener } from '../xml/walk.ts'

type Attributes = ReadonlyMap<string, string>
const MOST_COLUMNS = 16_384

/**
 * Listens to a WordprocessingML document and keeps its tables. A merged cell has its text in its first place (`gridSpan` across, `vMerge`
 * down) and is told in `merges`. Deleted text (`delText`) and the fallback copies of drawings are not read; hidden text is told.
 */
export class WordTables implements XmlListener {
  hiddenText = false
  private readonly open_: WordTable[] = []
  private readonly tables: WordTable[] = []
  private inText = false
  private hiddenRun = false
  private inRunProperties = false
  /** Depth inside `mc:Fallback`, which repeats what was just said. */
  private fallback = 0

  open(name: string, attributes: Attributes): void {
    if (name === 'Fallback') this.fallback++
    if (this.fallback > 0) return
    if (name === 'tbl') {
      const table = new WordTable()
      this.tables.push(table)
      this.open_.push(table)
    } else if (name === 't') this.inText = true
    else if (name === 'r') this.hiddenRun = false
    else if (name === 'rPr') this.inRunProperties = true
    else if (name === 'vanish' && this.inRunProperties && isOn(attributes)) this.hiddenRun = true
    else this.open_.at(-1)?.element(name, attributes)
  }

  text(data: string): void {
    if (!this.inText) return
    if (this.hiddenRun) this.hiddenText = true
    else this.open_.at(-1)?.write(data)
  }

  close(name: string): void {
    if (name === 'Fallback') this.fallback--
    if (this.fallback > 0) return
    if (name === 'tbl') this.open_.pop()
    else if (name === 't') this.inText = false
    else if (name === 'rPr') this.inRunProperties = false
    else if (name === 'p') this.open_.at(-1)?.write('\n')
    else if (name === 'tc') this.open_.at(-1)?.closeCell()
    else if (name === 'tr') this.open_.at(-1)?.closeRow()
  }

  grids(): Grid[] {
    return this.tables.map(table => table.grid())
  }
}

const isOn = (attributes: Attributes) => !['0', 'false', 'off'].includes(attributes.get('val') ?? '')
const numberOf = (attributes: Attributes) => Math.min(Math.max(Number(attributes.get('val')) || 1, 1), MOST_COLUMNS)

class WordTable {
  private readonly rows: GridRow[] = []
  private readonly merges: [number, number, number, number][] = []
  /** By first column, the merge that goes down through it. */
  private readonly going = new Map<number, [number, number, number, number]>()
  private cells: string[] = []
  private content = ''
  private across = 1
  private down: 'none' | 'starts' | 'goes on' = 'none'

  element(name: string, attributes: Attributes): void {
    if (name === 'gridSpan') this.across = numberOf(attributes)
    else if (name === 'vMerge') this.down = attributes.get('val') === 'restart' ? 'starts' : 'goes on'
    else if (name === 'gridBefore') for (let n = numberOf(attributes); n > 0; n--) this.cells.push('')
    else if (name === 'tab') this.content += ' '
    else if (name === 'br' || name === 'cr') this.content += '\n'
    else if (name === 'noBreakHyphen') this.content += '-'
    else if (name === 'tc') this.content = ''
  }

  write(text: string): void {
    this.content += text
  }

  closeCell(): void {
    const column = this.cells.length
    const top = this.rows.length
    this.cells.push(this.down === 'goes on' && this.going.has(column) ? '' : tidy(this.content))
    for (let n = 1; n < this.across && this.cells.length < MOST_COLUMNS; n++) this.cells.push('')
    this.merge(top, column)
    this.content = ''
    this.across = 1
    this.down = 'none'
  }

  private merge(top: number, column: number): void {
    const going = this.going.get(column)
    if (this.down === 'goes on' && going !== undefined) {
      going[2] = top
      return
    }
    this.going.delete(column)
    if (this.down === 'none' && this.across === 1) return
    const merge: [number, number, number, number] = [top, column, top, column + this.across - 1]
    this.merges.push(merge)
    if (this.down === 'starts') this.going.set(column, merge)
  }

  closeRow(): void {
    this.rows.push({ line: this.rows.length + 1, cells: this.cells })
    this.cells = []
  }

  grid(): Grid {
    const merges = this.merges.filter(([top, left, bottom, right]) => top < bottom || left < right)
    return { rows: this.rows, ...(merges.length > 0 ? { merges } : {}) }
  }
}

const tidy = (content: string) => content.replace(/[ \t]*\n\s*/g, '\n').trim()
