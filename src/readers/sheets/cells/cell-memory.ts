import type { Cell } from './cell.ts'

const MOST = 20_000
/** Of lookups, before it is judged whether remembering is worth its cost. */
const TRIAL = 4_000

/**
 * The cells already made for one number format: years, codes and dates repeat themselves, and one object serves them all. Amounts that
 * never come twice are not remembered.
 */
export class CellMemory {
  private readonly cells = new Map<string, Cell>()
  private asked = 0
  private found = 0
  private useful = true

  get(raw: string): Cell | undefined {
    if (!this.useful) return undefined
    const cell = this.cells.get(raw)
    this.asked++
    if (cell !== undefined) this.found++
    else if (this.asked > TRIAL && this.found * 4 < this.asked) this.forget()
    return cell
  }

  add(raw: string, cell: Cell): Cell {
    if (this.useful && this.cells.size < MOST) this.cells.set(raw, cell)
    return cell
  }

  private forget(): void {
    this.useful = false
    this.cells.clear()
  }
}
