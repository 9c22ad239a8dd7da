import type { Field } from '../../../../src/core/models/model.ts'
import { roleOf } from '../../../../src/core/recipe/roles.ts'
import type { NearAddress } from '../map/nearest.ts'
import type { Values } from './check-row.ts'

const named = (fields: readonly Field[], role: string): string | undefined =>
  fields.find(field => roleOf(field) === role)?.name

/** The address that the row says, as one looks for it: « 12 rue des Lilas ». */
export function addressIn(fields: readonly Field[], values: Values): string {
  const parts = ['house-number', 'street', 'address'].map(role => values[named(fields, role) ?? '']?.trim() ?? '')
  const [number, street, whole] = parts
  return street !== '' ? [number, street].filter(Boolean).join(' ') : (whole ?? '')
}

/** The cells that say an address of the town's file, in the columns that the model has for it; none when it has none. */
export function cellsOfAddress(fields: readonly Field[], { number, street, label }: NearAddress): Values {
  const [numbers, streets, whole] = ['house-number', 'street', 'address'].map(role => named(fields, role))
  if (streets !== undefined) return { [streets]: street, ...(numbers !== undefined && { [numbers]: number }) }
  return whole === undefined ? {} : { [whole]: label }
}
