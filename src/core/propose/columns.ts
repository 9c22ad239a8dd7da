import { kindOf } from '../recipe/kinds.ts'
import { roleOf } from '../recipe/roles.ts'
import { columnNames, findColumn } from '../table/table.ts'
import type { Context } from './context.ts'
import type { Draft } from './draft.ts'
import type { ColumnMatch } from './match-columns.ts'

/** Names the columns as the model does: at once when it is certain, one question a column otherwise. */
export function proposeMapping(draft: Draft, matches: readonly ColumnMatch[]): void {
  const certain = matches.filter(match => match.certain && match.from !== match.field.name)
  if (certain.length > 0)
    draft.apply(
      { type: 'map', columns: certain.map(({ from, field }) => ({ from, to: field.name })) },
      `Donner à ${counted(certain.length)} les noms du modèle : ${certain.map(({ from, field, reason }) => `« ${from} » devient « ${field.name} » (${reason})`).join(' ; ')}.`,
      { before: certain.length, after: 0 },
    )
  for (const { from, field, reason } of matches.filter(match => !match.certain && match.from !== match.field.name))
    draft.suggest(
      { type: 'rename', from, to: field.name },
      `« ${from} » est-elle la colonne « ${field.name} » du modèle ? (${reason || 'les valeurs y ressemblent'})`,
    )
}

const counted = (count: number): string => (count === 1 ? 'une colonne' : `${count} colonnes`)

/** Columns that the model does not know: kept, and asked about. */
export function proposeExtras(draft: Draft, { model }: Context): void {
  const known = new Set(model.fields.map(field => field.name))
  const pending = new Set(draft.steps.flatMap(({ step, off }) => (off && step.type === 'rename' ? [step.from] : [])))
  const extra = columnNames(draft.table).filter(name => !known.has(name) && !pending.has(name))
  if (extra.length === 0) return
  draft.suggest(
    { type: 'drop', columns: extra },
    `${extra.length === 1 ? 'Une colonne n’est' : `${extra.length} colonnes ne sont`} pas dans le modèle : ${extra
      .slice(0, 12)
      .map(name => (name.trim() === '' ? 'une colonne sans titre' : `« ${name} »`))
      .join(
        ', ',
      )}${extra.length > 12 ? '…' : ''}. Faut-il ${extra.length === 1 ? 'la' : 'les'} retirer avant de publier ?`,
    { before: extra.length, after: 0 },
  )
}

/** Columns named by years, for a model that has one row a year. */
export function proposePivot(draft: Draft, { model }: Context): void {
  const year = model.fields.find(field => kindOf(field).kind === 'year' && !findColumn(draft.table, field.name))
  const columns = columnNames(draft.table).filter(name => /^(?:19|20)\d{2}$/.test(name.trim()))
  const amount = model.fields.find(
    field => ['count', 'amount'].includes(roleOf(field) ?? '') && !findColumn(draft.table, field.name),
  )
  if (!year || !amount || columns.length < 2) return
  draft.suggest(
    { type: 'pivot-long', columns, names: year.name, values: amount.name },
    `Les colonnes ${columns[0]} à ${columns[columns.length - 1]} sont des années : faut-il en faire une ligne par année, dans « ${year.name} » et « ${amount.name} » ?`,
    { before: columns.length, after: 2 },
  )
}

export function proposeOrder(draft: Draft, { model }: Context): void {
  const names = model.fields.map(field => field.name)
  const present = new Set(columnNames(draft.table))
  const missing = names.filter(name => !present.has(name)).length
  draft.apply(
    { type: 'arrange', columns: names },
    missing === 0
      ? 'Mettre les colonnes dans l’ordre du modèle.'
      : `Mettre les colonnes dans l’ordre du modèle ; ${missing === 1 ? 'celle qui manque est ajoutée, vide' : `les ${missing} qui manquent sont ajoutées, vides`}.`,
    { before: missing, after: 0 },
  )
}
