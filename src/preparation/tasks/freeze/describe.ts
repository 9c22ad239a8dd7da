import type { FieldType, Model } from '../../../core/models/model.ts'
import { toTableSchema } from '../../../core/models/to-table-schema.ts'
import { type PlaceColumns, placeColumns, pointOf } from '../../../core/recipe/points.ts'
import { columnNames, findColumn, type Table } from '../../../core/table/table.ts'

/** What is said of a frozen table beside its cells. */
export interface TableCardOfVersion {
  readonly rows: number
  readonly columns: readonly ColumnCard[]
  readonly place?: PlaceColumns
  /** West, south, east, north. */
  readonly box?: readonly [number, number, number, number]
  readonly model: Pick<Model, 'id' | 'title' | 'version' | 'kind'>
  /** Table Schema of these columns. */
  readonly schema: Readonly<Record<string, unknown>>
}

interface ColumnCard {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly type: FieldType
  readonly format: string
}

export function describeTable(table: Table, model: Model): TableCardOfVersion {
  const place = placeColumns(model, name => findColumn(table, name)?.cells)
  const box = place && boxOf(table, place)
  return {
    rows: table.rows.length,
    columns: columnNames(table).map(name => columnOf(name, model)),
    ...(place && { place }),
    ...(box && { box }),
    model: { id: model.id, title: model.title, version: model.version, kind: model.kind },
    schema: schemaOf(columnNames(table), model),
  }
}

function columnOf(name: string, { fields }: Model): ColumnCard {
  const field = fields.find(one => one.name === name)
  return {
    name,
    title: field?.title ?? name,
    description: field?.meaning ?? field?.description ?? '',
    type: field?.type ?? 'string',
    format: field?.format ?? 'default',
  }
}

function boxOf(table: Table, place: PlaceColumns): TableCardOfVersion['box'] {
  const columns = new Map(table.columns.map(({ name, cells }) => [name, cells]))
  const points = table.rows.flatMap((_, row) => {
    const point = pointOf(place, column => columns.get(column)?.[row] ?? '')
    return point ? [point] : []
  })
  if (points.length === 0) return undefined
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [x, y] of points) {
    ;[west, east] = [Math.min(west, x), Math.max(east, x)]
    ;[south, north] = [Math.min(south, y), Math.max(north, y)]
  }
  return [west, south, east, north]
}

interface Schema {
  readonly fields: readonly { readonly name: string }[]
  readonly primaryKey?: readonly string[]
  readonly uniqueKeys?: readonly (readonly string[])[]
  readonly foreignKeys?: readonly { readonly fields: readonly string[] }[]
}

/** The model's own, for the columns that the table has, in its order; a rule that speaks of another column is left out. */
function schemaOf(columns: readonly string[], model: Model): Record<string, unknown> {
  const { fields, primaryKey, uniqueKeys = [], foreignKeys = [], ...rest } = toTableSchema(model) as Schema
  const known = new Map(fields.map(field => [field.name, field]))
  const has = (names: readonly string[]) => names.every(name => columns.includes(name))
  const [unique, foreign] = [uniqueKeys.filter(has), foreignKeys.filter(key => has(key.fields))]
  return {
    ...rest,
    fields: columns.map(name => known.get(name) ?? { name, type: 'string' }),
    ...(primaryKey && has(primaryKey) && { primaryKey }),
    ...(unique.length > 0 && { uniqueKeys: unique }),
    ...(foreign.length > 0 && { foreignKeys: foreign }),
  }
}
