import type { Field } from '../models/model.ts'
import { splitAddress } from '../places/address/split.ts'
import { headerKey } from '../recipe/mapping/header.ts'
import { roleByName, roleOf } from '../recipe/roles.ts'
import { type Column, findColumn, type Table } from '../table/table.ts'
import type { Context } from './context.ts'
import type { Draft } from './draft.ts'
import { profileColumn } from './profile.ts'

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

/** The columns that make one address, in the order in which it is written, when they stand side by side. */
function joinAddress(draft: Draft, whole: Field): void {
  const byRole = (role: string) =>
    draft.table.columns.find(({ name }) => roleByName(name) === role && !TYPE_HEADER.test(headerKey(name)))?.name
  const street = findColumn(draft.table, whole.name) ? whole.name : byRole('street')
  if (street === undefined) return
  const before = partsBefore(draft.table, street)
  const parts = before.length > 0 ? before : [byRole('house-number')].filter(name => name !== undefined)
  if (parts.length === 0 || hasNumbers(draft.table, street)) return
  const filled = findColumn(draft.table, parts[0]!)!.cells.filter(text => text.trim() !== '').length
  draft.withdraw(street, ...parts)
  draft.apply(
    { type: 'join', columns: [...parts, street], separator: ' ', into: whole.name },
    `${[...parts, street].map(name => `« ${name} »`).join(', ')} forment l'adresse « ${whole.name} ».`,
    { before: filled, after: 0 },
  )
  const used = street === whole.name ? parts : [...parts, street]
  draft.apply(
    { type: 'drop', columns: used },
    `${used.length === 1 ? `« ${used[0]} » est` : 'Ces colonnes sont'} maintenant dans « ${whole.name} ».`,
  )
}

const HOUSE_NUMBER = /^\d{1,4} ?(?:bis|ter|quater|[a-d])?$/i
const NUMBER_HEADER = /^(?:n|no|num|numero|nvoie|nrue|numvoie|numerovoie|numerodevoie|numerodelavoie)$/
const SUFFIX_HEADER = /^(?:bis|bister|bisterquater|rep|repetition|suffixe|indice|indicederepetition)$/
const TYPE_HEADER = /^(?:type|nature|genre)(?:de)?(?:la)?(?:voie|rue)$/

/** The columns that hold the number of this street, beside it in the same table; none when the street says it already. */
export const numberColumns = (table: Table, street: string): string[] =>
  hasNumbers(table, street) ? [] : partsBefore(table, street)

/** « N° », « bis/ter », « type de voie » just before the street; the number must be filled with house numbers. */
function partsBefore({ columns }: Table, street: string): string[] {
  let at = columns.findIndex(({ name }) => name === street) - 1
  const parts: string[] = []
  for (const header of [TYPE_HEADER, SUFFIX_HEADER]) {
    const column = columns[at]
    if (!column || !header.test(headerKey(column.name))) continue
    parts.unshift(column.name)
    at--
  }
  const number = columns[at]
  if (!number || !NUMBER_HEADER.test(headerKey(number.name)) || !areHouseNumbers(number)) return []
  return [number.name, ...parts]
}

function areHouseNumbers({ cells }: Column): boolean {
  const filled = cells.map(text => text.trim()).filter(text => text !== '')
  const numbers = filled.filter(text => HOUSE_NUMBER.test(text)).length
  return numbers > 0 && numbers >= 0.8 * filled.length
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
