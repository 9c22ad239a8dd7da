import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { storesOf } from './stores-for-tests.ts'
import { TABLE_KEYS, TABLE_NAMES } from './table-keys.ts'

const open = storesOf('sqlite')

test('every table of the database is listed, under its primary key', async () => {
  const { world } = await open()
  const tables = await world.db.introspection.getTables()
  expect([...TABLE_NAMES].sort()).toEqual(tables.map(({ name }) => name).sort())
  for (const table of TABLE_NAMES) {
    const { rows } = await sql<{ name: string }>`
      select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(world.db)
    expect(
      rows.map(({ name }) => name),
      table,
    ).toEqual(TABLE_KEYS[table])
  }
})

test('what belongs to a town has the town first in its key', () => {
  const own = Object.entries(TABLE_KEYS).filter(
    ([table]) => !['account', 'session', 'sign_in', 'attempt', 'campaign'].includes(table),
  )
  for (const [table, [first]] of own) expect(first, table).toBe('insee')
})
