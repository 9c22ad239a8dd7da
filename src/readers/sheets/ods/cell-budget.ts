import { UnreadableFile } from '../../../core/table/read-result.ts'

/** More than any true workbook holds: a few bytes that say "the same, 16,384 times" are counted as what they become. */
const MOST_CELLS = 20_000_000

/** Counts the cells that repetitions make, over the whole file. */
export class CellBudget {
  private spent = 0

  /** Throws `UnreadableFile` when the file asks for more than `MOST_CELLS`. */
  spend(cells: number): void {
    this.spent += cells
    if (this.spent > MOST_CELLS)
      throw new UnreadableFile(
        `Ce fichier répète ses cases plus de ${MOST_CELLS / 1_000_000} millions de fois : il est abîmé ou piégé, je ne le lis pas.`,
      )
  }
}
