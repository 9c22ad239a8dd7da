import { expect, test } from 'vitest'
import { storesOf } from '../../store/stores-for-tests.ts'
import type { TableName } from '../../store/table-keys.ts'
import { HOLDERS } from './rows.ts'

const open = storesOf('sqlite')

/** What an erasure takes the text out of, table by table; the files of a version are made anew. */
const ERASED: Partial<Record<TableName, readonly string[]>> = {
  ...HOLDERS,
  upload: ['name', 'unreadable', 'tables'],
  journal: ['note', 'change'],
}
/** Names that Carnet draws, hashes, instants, words of the program, who did it. */
const NO_CONTENT = new Set([
  ...['insee', 'id', 'data_set', 'hand', 'upload', 'replaced_by', 'key', 'slug', 'model'],
  ...['sha256', 'content_sha256', 'parquet_sha256', 'csv_sha256', 'manifest_sha256', 'hash', 'salt', 'erased'],
  ...['at', 'created_at', 'changed_at', 'sent_at', 'ended_at', 'trashed_at', 'erased_at'],
  ...['answered_at', 'issued_at', 'modified_at', 'withdrawn_at', 'tried_at', 'delivered_at', 'written_at'],
  ...['kind', 'state', 'act', 'by', 'by_name', 'created_by', 'changed_by', 'sent_by', 'answered_by', 'written_by'],
  ...['answer', 'connector', 'grade', 'decision', 'service', 'second_service', 'node', 'from_node', 'to_node'],
  ...['diagnosis', 'answerer', 'question', 'opened_at', 'opened_by', 'closed_at', 'said_at', 'said_by'],
  ...['taken_at', 'taken_by', 'next_at', 'absent_until', 'passed_to', 'request', 'due_at', 'link', 'sealed', 'mailing'],
  ...['due', 'letter', 'auto_by', 'auto_at'],
])
/** What people and links are is erased by removing them; a model made in the town or a place where copies go is no row of a set. */
const OF_NO_SET = [
  'connector',
  'campaign',
  'campaign_town',
  'town',
  'person',
  'account',
  'session',
  'sign_in',
  'link',
  'attempt',
  'model',
  'erasure',
]

test('every column that may hold what is in a set is known to erasures', async () => {
  const { world } = await open()
  for (const { name: table, columns } of await world.db.introspection.getTables()) {
    if (OF_NO_SET.includes(table)) continue
    const texts = columns.filter(({ dataType }) => dataType.toLowerCase() === 'text').map(({ name }) => name)
    const known = ERASED[table as TableName] ?? []
    const named = ['town_text', 'town_fact'].includes(table) ? new Set(['name']) : new Set()
    expect(
      texts.filter(name => !(NO_CONTENT.has(name) && !known.some(held => held === name)) && !named.has(name)).sort(),
      table,
    ).toEqual([...known].sort())
  }
})
