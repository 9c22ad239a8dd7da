import type { Field } from '../models/model.ts'
import { splitAddress } from '../places/address/split.ts'
import { kindOf } from '../recipe/kinds.ts'
import { headerKey } from '../recipe/mapping/header.ts'
import { roleByName, roleOf } from '../recipe/roles.ts'
import { columnNames, findColumn, type Table } from '../table/table.ts'
import type { Context } from './context.ts'
import type { Draft } from './draft.ts'
import type { ColumnMatch } from './match-columns.ts'
import { profileColumn } from './profile.ts'

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

/** A whole address in one column for a model that wants the number, the street, the postcode and the town apart; or the contrary. */
export function proposeAddress(draft: Draft, { model }: Context): void {
  const one = (role: string) => model.fields.find(field => roleOf(field) === role)
  const [number, street, postcode, town, whole] = [
    one('house-number'),
    one('street'),
    one('postcode'),
    one('town'),
    one('address'),
  ]
  const has = (field: Field | undefined): field is Field =>
    field !== undefined && findColumn(draft.table, field.name) !== undefined
  if (whole) joinAddress(draft, whole)
  else if (number && street && !has(number))
    splitWhole(draft, {
      number,
      street,
      postcode: has(postcode) ? undefined : postcode,
      town: has(town) ? undefined : town,
    })
}

function joinAddress(draft: Draft, whole: Field): void {
  const byRole = (role: string) => draft.table.columns.find(column => roleByName(column.name) === role)?.name
  const street = findColumn(draft.table, whole.name) ? whole.name : byRole('street')
  const number = byRole('house-number') ?? (street === undefined ? undefined : numberBeside(draft.table, street))
  if (number === undefined || street === undefined || hasNumbers(draft.table, street)) return
  const filled = findColumn(draft.table, number)!.cells.filter(text => text.trim() !== '').length
  draft.apply(
    { type: 'join', columns: [number, street], separator: ' ', into: whole.name },
    `« ${number} » et ${street === whole.name ? 'la rue' : `« ${street} »`} forment l'adresse « ${whole.name} ».`,
    { before: filled, after: 0 },
  )
  draft.apply({ type: 'drop', columns: [number] }, `« ${number} » est maintenant dans « ${whole.name} ».`)
}

const HOUSE_NUMBER = /^\d{1,4} ?(?:bis|ter|quater|[a-d])?$/i
const NUMBER_HEADER = /^(?:n|no|num|numero|nvoie|nrue|numvoie)$/

/** « N° » just before the street, filled with house numbers. */
function numberBeside({ columns }: Table, street: string): string | undefined {
  const column = columns[columns.findIndex(({ name }) => name === street) - 1]
  if (!column || !NUMBER_HEADER.test(headerKey(column.name))) return undefined
  const filled = column.cells.map(text => text.trim()).filter(text => text !== '')
  const numbers = filled.filter(text => HOUSE_NUMBER.test(text)).length
  return numbers > 0 && numbers >= 0.8 * filled.length ? column.name : undefined
}

/** The street's cells hold their number already. */
function hasNumbers(table: Table, street: string): boolean {
  const filled = findColumn(table, street)!.cells.filter(text => text.trim() !== '')
  return filled.filter(text => /^\s*\d/.test(text)).length > 0.3 * filled.length
}

interface Parts {
  readonly number: Field
  readonly street: Field
  readonly postcode: Field | undefined
  readonly town: Field | undefined
}

function splitWhole(draft: Draft, { number, street, postcode, town }: Parts): void {
  const candidates = draft.table.columns.filter(
    column => column.name === street.name || roleByName(column.name) === 'address',
  )
  for (const column of candidates) {
    const { sample } = profileColumn(column)
    const parts = sample.map(({ text }) => splitAddress(text))
    const numbered = parts.filter(part => part.number !== '').length
    if (numbered === 0 || numbered < 0.4 * sample.length) continue
    const found = (key: 'postcode' | 'town', field: Field | undefined) =>
      field && parts.some(part => part[key] !== '') ? { [key]: field.name } : {}
    draft.apply(
      {
        type: 'split-address',
        column: column.name,
        number: number.name,
        street: street.name,
        ...found('postcode', postcode),
        ...found('town', town),
      },
      `« ${column.name} » contient le numéro et la rue : chacun va dans sa colonne.`,
      { before: numbered, after: 0 },
    )
    return
  }
}

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
  if (!year || !amount || columns.length < 3) return
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
