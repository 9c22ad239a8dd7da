import { helperRows } from '../recipe/helper-rows.ts'
import { rowIdentities } from '../recipe/identity.ts'
import type { Sources, SourceTable } from '../recipe/sources.ts'
import type { Context } from './context.ts'
import type { Draft } from './draft.ts'
import { type ColumnMatch, matchColumns } from './match-columns.ts'
import { profileTable } from './profile.ts'

/** A table of the files received, with what its columns are for the model. */
export interface Candidate {
  readonly source: SourceTable
  readonly matches: readonly ColumnMatch[]
  readonly score: number
}

/** A sheet is looked at when the main table is chosen, and again when its place is. */
export function rate(source: SourceTable, context: Context): Candidate {
  let candidate = context.candidates.get(source)
  if (!candidate) context.candidates.set(source, (candidate = freshRate(source, context)))
  return candidate
}

const freshRate = (source: SourceTable, context: Context): Candidate => {
  const matches = source.table.rows.length === 0 ? [] : matchColumns(profileTable(source.table), context)
  const weight = ({ field, score }: ColumnMatch) => score * (field.constraints.required ? 2 : 1)
  return { source, matches, score: matches.reduce((sum, match) => sum + weight(match), 0) }
}

/** The table of the first file that answers the model best; the larger one when they are as good. */
export function chooseMain(sources: Sources, context: Context): Candidate | undefined {
  const first = sources.tables[0]?.source
  const candidates = sources.tables.filter(table => table.source === first).map(source => rate(source, context))
  const worth = ({ score, source }: Candidate) => score + Math.min(0.9, source.table.rows.length / 10_000)
  return candidates.reduce<Candidate | undefined>(
    (best, one) => (best && worth(best) >= worth(one) ? best : one),
    undefined,
  )
}

export const rowsOf = ({ table }: SourceTable): string =>
  table.rows.length === 0 ? 'aucune ligne' : table.rows.length === 1 ? 'une ligne' : `${table.rows.length} lignes`

export const where = ({ sheet, source }: SourceTable): string =>
  sheet === undefined ? `« ${source} »` : `la feuille « ${sheet} »`

export const locate = ({ source, sheet, headerRow, rank }: SourceTable, first: boolean) => ({
  ...(first ? {} : { source }),
  ...(sheet === undefined ? {} : { sheet }),
  ...(headerRow === undefined ? {} : { headerRow }),
  ...(rank === undefined ? {} : { rank }),
})

export function proposeMain(draft: Draft, main: Candidate, sources: Sources): void {
  const { source } = main
  const others = sources.tables.filter(table => table.source === source.source && table !== source).length
  const why =
    others > 0 ? `Des ${others + 1} tableaux du fichier, celui-ci répond le mieux au modèle` : 'Le tableau du fichier'
  draft.apply({ type: 'select-table', ...locate(source, true) }, `${why} : ${rowsOf(source)} dans ${where(source)}.`)
}

/** A collection sheet that comes back still has its two lines of help: they are not data. */
export function proposeHelperLines(draft: Draft, { model }: Context): void {
  const identities = rowIdentities(draft.table, model)
  for (const [row, kind] of helperRows(draft.table, model))
    draft.apply(
      { type: 'delete-row', row: identities[row]! },
      kind === 'meanings'
        ? `Laisser de côté la ligne de la feuille de collecte qui explique les colonnes.`
        : `Laisser de côté la ligne d’exemple de la feuille de collecte.`,
      { before: 1, after: 0 },
    )
}
