import type { Kysely } from 'kysely'

/** `text`, `integer` or `real`; a `?` at the end: may be absent. */
export interface Shape {
  readonly columns: Readonly<Record<string, string>>
  readonly key: readonly string[]
  readonly unique?: readonly string[]
  readonly index?: readonly string[]
}

export const OF_TOWN = { insee: 'text' }
export const OF_SET = { insee: 'text', data_set: 'text' }

export async function create(db: Kysely<unknown>, name: string, { columns, key, unique, index }: Shape): Promise<void> {
  let table = db.schema.createTable(name)
  for (const [column, type] of Object.entries(columns)) {
    const optional = type.endsWith('?')
    table = table.addColumn(column, typeOf(type.replace('?', '')), c => (optional ? c : c.notNull()))
  }
  table = table.addPrimaryKeyConstraint(`${name}_pk`, key as never)
  if (unique) table = table.addUniqueConstraint(`${name}_once`, unique as never)
  await table.execute()
  if (index)
    await db.schema
      .createIndex(`${name}_index`)
      .on(name)
      .columns([...index])
      .execute()
}

const typeOf = (type: string) => (type === 'real' ? 'double precision' : type === 'integer' ? 'integer' : 'text')
