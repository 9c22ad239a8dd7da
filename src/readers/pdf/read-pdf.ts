import { UnreadableFile } from '../../core/table/read-result.ts'
import type { Grid } from '../grid.ts'
import { type PageTable, readTables } from './page-tables.ts'
import { readPages } from './pages.ts'

export interface PdfResult {
  /** One a table; a table that goes on over several pages is one grid. */
  readonly grids: readonly Grid[]
  /** French sentences. */
  readonly warnings: readonly string[]
}

/**
 * Reads the tables of a PDF that has text (not a picture of it). A table is told by the lines drawn around its cells, or by the blank
 * between its columns; rows are read as they stand, so they are always to be looked at. Throws `UnreadableFile`.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfResult> {
  const tables: PageTable[] = []
  let pieces = 0
  let prose = 0
  for await (const page of readPages(bytes)) {
    const found = readTables(page)
    pieces += page.pieces.length
    prose += found.prose
    tables.push(...found.tables)
  }
  if (pieces === 0)
    throw new UnreadableFile(
      'Ce PDF ne contient que des images (il a sans doute été numérisé) : je ne peux pas en lire le texte. Demandez le fichier d’origine.',
    )
  if (tables.length === 0)
    throw new UnreadableFile(
      'Ce PDF contient du texte, mais aucun tableau que je reconnaisse. Demandez le fichier d’origine (Excel, Word).',
    )
  const { groups, repeated } = joinPages(tables)
  return {
    grids: groups.map((group, n) => toGrid(group, groups.length === 1 ? undefined : `Tableau ${n + 1}`)),
    warnings: remarks(prose, repeated),
  }
}

function remarks(prose: number, repeated: number): string[] {
  return [
    'Les tableaux d’un PDF sont devinés d’après leur dessin : comparez quelques lignes avec le document.',
    ...(prose > 0
      ? [
          `${prose} ligne${prose > 1 ? 's' : ''} de texte hors des tableaux ${prose > 1 ? 'ne sont pas reprises' : 'n’est pas reprise'}.`,
        ]
      : []),
    ...(repeated > 0
      ? [`Les titres de colonnes, répétés sur ${repeated} page${repeated > 1 ? 's' : ''}, ne sont gardés qu’une fois.`]
      : []),
  ]
}

/** A table with the columns of the last one of the page before is its continuation; its titles, said again, are left out. */
function joinPages(tables: readonly PageTable[]): { groups: PageTable[][]; repeated: number } {
  const groups: PageTable[][] = []
  let repeated = 0
  for (const table of tables) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group === undefined || last === undefined || !follows(last, table)) {
      groups.push([table])
      continue
    }
    const titles = sameStart(group[0]!.rows, table.rows)
    if (titles > 0) repeated++
    group.push({ ...table, rows: table.rows.slice(titles) })
  }
  return { groups, repeated }
}

function follows(last: PageTable, next: PageTable): boolean {
  if (next.page !== last.page + 1 || next.columns.length !== last.columns.length) return false
  return next.columns.every((column, n) => {
    const other = last.columns[n]!
    return column.from < other.to && column.to > other.from
  })
}

/** How many of the first rows are those of the other table, four at most. */
function sameStart(first: PageTable['rows'], second: PageTable['rows']): number {
  let same = 0
  while (
    same < 4 &&
    first[same] !== undefined &&
    second[same] !== undefined &&
    first[same]!.join('\n') === second[same]!.join('\n')
  )
    same++
  return same
}

/** The title stands above the table in a cell of its own, as in a sheet. */
function toGrid(group: readonly PageTable[], sheet: string | undefined): Grid {
  const above = group[0]?.above
  const width = group[0]?.columns.length ?? 1
  const title = above === undefined ? [] : [[above, ...Array.from({ length: width - 1 }, () => '')]]
  const rows = [...title, ...group.flatMap(table => table.rows)]
  return { ...(sheet === undefined ? {} : { sheet }), rows: rows.map((cells, n) => ({ line: n + 1, cells })) }
}
