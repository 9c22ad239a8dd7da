import type { Cell } from './cell.ts'

const MOST = 20_000

/**
 * The cells already made for one number format: years, codes and dates repeat themselves, and one object serves them all. Once it is full,
 * what was of no use (amounts that never come twice) is forgotten for good.
 */
export class CellMemory {
  private readonly cells = new Map<string, Cell>()
  private asked = 0
  private useful = true

  get(raw: string): Cell | undefined {
    if (!this.useful) return undefined
    this.asked++
    return this.cells.get(raw)
  }

  add(raw: string, cell: Cell): Cell {
    if (!this.useful) return cell
    if (this.cells.size < MOST) this.cells.set(raw, cell)
    else if (this.asked < MOST * 2) {
      this.useful = false
      this.cells.clear()
    }
    return cell
  }
}
