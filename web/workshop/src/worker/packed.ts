/**
 * A column of texts on its way from the worker to the page: one long text and where each cell ends. A million small strings would be copied
 * one by one, which stops the page for a second; this is copied at once, and a cell is cut out of it when it is shown.
 */
export interface PackedColumn {
  readonly name: string
  readonly text: string
  readonly ends: Uint32Array
}

export function packColumn(name: string, cells: readonly string[]): PackedColumn {
  const ends = new Uint32Array(cells.length)
  let end = 0
  for (let row = 0; row < cells.length; row++) {
    end += cells[row]!.length
    ends[row] = end
  }
  return { name, text: cells.join(''), ends }
}

export const packedCell = ({ text, ends }: PackedColumn, row: number): string =>
  text.slice(row === 0 ? 0 : ends[row - 1], ends[row])
