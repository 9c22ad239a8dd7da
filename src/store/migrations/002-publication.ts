import type { Kysely } from 'kysely'
import { create, OF_SET, OF_TOWN, type Shape } from './shape.ts'

/** What opening data adds: fiches, the guard's questions and answers, published addresses, copies elsewhere, texts of the town. */
const TABLES: Readonly<Record<string, Shape>> = {
  fiche: { columns: { ...OF_SET, body: 'text', seq: 'integer' }, key: ['insee', 'data_set'] },
  guard: { columns: { ...OF_SET, body: 'text', seq: 'integer' }, key: ['insee', 'data_set'] },
  guard_answer: {
    columns: {
      ...OF_SET,
      finding: 'text',
      answer: 'text',
      reason: 'text',
      answered_by: 'text',
      answered_at: 'text',
      seq: 'integer',
    },
    key: ['insee', 'data_set', 'finding'],
  },
  publication: {
    columns: {
      ...OF_SET,
      slug: 'text',
      hash: 'text',
      salt: 'text',
      issued_at: 'text',
      modified_at: 'text',
      withdrawn_at: 'text?',
      withdrawn_why: 'text?',
    },
    key: ['insee', 'data_set'],
    unique: ['slug'],
  },
  redirect: { columns: { ...OF_SET, slug: 'text' }, key: ['insee', 'data_set', 'slug'], unique: ['slug'] },
  connector: {
    columns: {
      ...OF_TOWN,
      id: 'text',
      kind: 'text',
      title: 'text',
      settings: 'text',
      secret: 'text?',
      created_at: 'text',
      created_by: 'text',
      removed_at: 'text?',
    },
    key: ['insee', 'id'],
  },
  delivery: {
    columns: {
      ...OF_SET,
      connector: 'text',
      wanted: 'integer',
      hash: 'text?',
      remote: 'text?',
      state: 'text',
      message: 'text',
      tried_at: 'text?',
      delivered_at: 'text?',
    },
    key: ['insee', 'data_set', 'connector'],
  },
  town_text: {
    columns: {
      ...OF_TOWN,
      name: 'text',
      version: 'integer',
      body: 'text',
      written_at: 'text',
      written_by: 'text',
    },
    key: ['insee', 'name', 'version'],
  },
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, shape] of Object.entries(TABLES)) await create(db, name, shape)
  // A version is told by its manifest: the SHA-256 of it is the version's hash, and of the CSV it froze.
  await db.schema
    .alterTable('version')
    .addColumn('csv_sha256', 'text', column => column.notNull().defaultTo(''))
    .execute()
  await db.schema
    .alterTable('version')
    .addColumn('manifest_sha256', 'text', column => column.notNull().defaultTo(''))
    .execute()
}
