import type { Model } from '../../models/model.ts'
import { findColumn, type Table } from '../../table/table.ts'
import { comparisonKey } from '../../values/text.ts'
import { roleByName, roleOf } from '../roles.ts'
import type { MergeKey } from '../step.ts'

/** A key's text as compared: case, accents and punctuation aside; the digits of a SIRET are put together. */
export function keyText(text: string): string {
  const key = comparisonKey(text)
  return /^[\d ]+$/.test(key) ? key.replaceAll(' ', '') : key
}

const STRONG = new Set(['siret', 'id', 'rna'])

/**
 * The columns that tell the rows apart in both tables: an identifier that both hold and share, else the name with the address.
 * Undefined when the tables have nothing in common to be compared by.
 */
export function chooseKey(left: Table, right: Table, model: Model): MergeKey | undefined {
  const ranked = left.columns
    .flatMap(({ name }) => {
      const score = keyScore(left, right, name, model)
      return score > 0 ? [{ name, score }] : []
    })
    .sort((a, b) => b.score - a.score)
  if (ranked[0]) return { type: 'columns', columns: [ranked[0].name] }
  return nameKey(left, right, model)
}

function keyScore(left: Table, right: Table, name: string, model: Model): number {
  const [a, b] = [valuesOf(left, name), valuesOf(right, name)]
  if (!a || !b || a.distinct < 0.9 * a.filled || b.distinct < 0.9 * b.filled) return 0
  const role = roleIn(model, name)
  const strong = role !== undefined && STRONG.has(role)
  if (a.filled < (strong ? 0.5 : 0.9) * left.rows.length || b.filled < (strong ? 0.5 : 0.9) * right.rows.length)
    return 0
  const shared = [...a.keys].filter(key => b.keys.has(key)).length
  const overlap = shared / Math.max(1, Math.min(a.keys.size, b.keys.size))
  // A name alone may be borne by two shops; measures and free texts meet by chance.
  if (!strong) return 0
  return overlap >= 0.1 || shared >= 5 ? 1 + overlap : 0
}

function valuesOf(table: Table, name: string) {
  const cells = findColumn(table, name)?.cells
  if (!cells) return undefined
  const filled = cells.map(keyText).filter(key => key !== '')
  const keys = new Set(filled)
  return { filled: filled.length, distinct: keys.size, keys }
}

function nameKey(left: Table, right: Table, model: Model): MergeKey | undefined {
  const both = left.columns.map(column => column.name).filter(name => findColumn(right, name))
  const of = (...roles: string[]) => both.find(name => roles.includes(roleIn(model, name) ?? ''))
  const name = of('name') ?? both.find(column => /nom|enseigne|denomination|raison/i.test(column))
  if (name === undefined) return undefined
  const address = of('address', 'street')
  const town = of('town')
  return {
    type: 'name-address',
    name,
    ...(address === undefined ? {} : { address }),
    ...(town === undefined ? {} : { town }),
  }
}

function roleIn(model: Model, name: string) {
  const field = model.fields.find(one => one.name === name)
  return field ? roleOf(field) : roleByName(name)
}
