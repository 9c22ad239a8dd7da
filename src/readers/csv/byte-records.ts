import { CellMemo, type DecodeCell } from './cell-memo.ts'

/** Columns that have a memo: one weighs some 90 kB, and a crafted line may hold a hundred thousand columns. */
const MOST_MEMOS = 256

const LF = 10
const CR = 13

/**
 * The quick way through delimited bytes of any encoding that keeps ASCII: records of plain cells and of quoted cells without a quote
 * nor a line ending inside, nearly all there are. It stops before any other record, which `RecordScanner` reads: one rule, told there.
 */
export class ByteRecords {
  private readonly memos: CellMemo[] = []
  /** Cells of the last record: the next one's array is made of that size at once. */
  private width = 0

  constructor(
    private readonly delimiter: number,
    private readonly quote: number,
    private readonly decode: DecodeCell,
  ) {}

  /**
   * Reads the records of `bytes` from `at`, into `rows`, and gives where it stopped: at `end`, or before a record that is not simple.
   * `end` must follow a line ending (LF, or CR alone).
   */
  read(bytes: Buffer, at: number, end: number, rows: string[][]): number {
    let position = at
    while (position < end) {
      const cells: string[] = new Array(this.width)
      const next = this.record(bytes, position, cells)
      if (next < 0) return position
      rows.push(cells)
      position = next
    }
    return position
  }

  private record(bytes: Buffer, from: number, cells: string[]): number {
    const delimiter = this.delimiter
    const quote = this.quote
    let count = 0
    for (let at = from; ; at++) {
      let code = bytes[at]!
      let mask = 0
      if (code === quote) {
        const start = ++at
        for (code = bytes[at]!; code !== quote && code !== LF && code !== CR; code = bytes[++at]!) mask |= code
        const after = bytes[at + 1]!
        if (code !== quote || (after !== delimiter && after !== LF && after !== CR)) return -1
        cells[count] = start === at ? '' : this.cell(count, bytes, start, at, mask)
        code = bytes[++at]!
      } else {
        const start = at
        for (; code !== delimiter && code !== LF && code !== CR; code = bytes[++at]!) mask |= code
        cells[count] = start === at ? '' : this.cell(count, bytes, start, at, mask)
      }
      count++
      if (code === delimiter) continue
      cells.length = count
      this.width = count
      return code === CR && bytes[at + 1] === LF ? at + 2 : at + 1
    }
  }

  private cell(column: number, bytes: Buffer, start: number, end: number, mask: number): string {
    if (column >= MOST_MEMOS) return this.decode(bytes, start, end, mask < 0x80)
    const memo = (this.memos[column] ??= new CellMemo(this.decode))
    return memo.useful ? memo.find(bytes, start, end, mask) : this.decode(bytes, start, end, mask < 0x80)
  }
}
