import type { RowIdentity } from '../../../../../src/core/recipe/step.ts'

/** The address of a cell of the sheet: the tab Nettoyage opens there. `ligne` is for people, `cle` finds the row when lines have moved. */
export function cellAddress(line: number, column: string | null, row?: RowIdentity): string {
  const query = new URLSearchParams({ ligne: String(line) })
  if (column !== null) query.set('colonne', column)
  if (row) query.set('cle', JSON.stringify(row))
  return `../nettoyage?${query}`
}
