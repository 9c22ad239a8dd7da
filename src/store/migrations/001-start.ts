import type { Kysely } from 'kysely'

/** `text`, `integer` or `real`; a `?` at the end: may be absent. */
interface Shape {
  readonly columns: Readonly<Record<string, string>>
  readonly key: readonly string[]
  readonly unique?: readonly string[]
  readonly index?: readonly string[]
}

const OF_TOWN = { insee: 'text' }
const OF_SET = { insee: 'text', data_set: 'text' }

/** What belongs to a town has the town's INSEE code first in its key. */
const TABLES: Readonly<Record<string, Shape>> = {
  town: {
    columns: {
      ...OF_TOWN,
      name: 'text',
      siret: 'text?',
      addresses_sha256: 'text?',
      addresses_name: 'text?',
      addresses_count: 'integer?',
      example: 'integer',
      created_at: 'text',
    },
    key: ['insee'],
  },
  person: {
    columns: {
      ...OF_TOWN,
      id: 'text',
      name: 'text',
      mail: 'text?',
      role: 'text',
      department: 'text?',
      created_at: 'text',
      left_at: 'text?',
    },
    key: ['insee', 'id'],
    index: ['mail'],
  },
  account: {
    columns: { mail: 'text', password_hash: 'text?', oidc_issuer: 'text?', oidc_subject: 'text?', created_at: 'text' },
    key: ['mail'],
  },
  session: {
    columns: {
      token_hash: 'text',
      insee: 'text',
      person: 'text',
      created_at: 'text',
      seen_at: 'text',
      expires_at: 'text',
    },
    key: ['token_hash'],
  },
  sign_in: {
    columns: {
      token_hash: 'text',
      code_hash: 'text',
      mail: 'text',
      asked_by: 'text?',
      created_at: 'text',
      expires_at: 'text',
      used_at: 'text?',
    },
    key: ['token_hash'],
    index: ['mail'],
  },
  link: {
    columns: {
      ...OF_TOWN,
      id: 'text',
      token_hash: 'text',
      scope: 'text',
      label: 'text',
      created_by: 'text',
      created_at: 'text',
      expires_at: 'text',
      revoked_at: 'text?',
      uses: 'integer',
      last_used_at: 'text?',
    },
    key: ['insee', 'id'],
    unique: ['token_hash'],
  },
  attempt: {
    columns: { id: 'text', kind: 'text', who: 'text', at: 'text' },
    key: ['id'],
    index: ['kind', 'who', 'at'],
  },
  upload: {
    columns: {
      ...OF_TOWN,
      id: 'text',
      sha256: 'text',
      name: 'text',
      size: 'integer',
      sent_at: 'text',
      sent_by: 'text',
      unreadable: 'text?',
      content_sha256: 'text?',
      tables: 'text?',
      erased_at: 'text?',
    },
    key: ['insee', 'id'],
  },
  data_set: {
    columns: {
      ...OF_TOWN,
      id: 'text',
      slug: 'text',
      title: 'text',
      model: 'text',
      theme: 'integer?',
      rank: 'integer?',
      created_at: 'text',
      changed_at: 'text',
      changed_by: 'text',
      trashed_at: 'text?',
      seq: 'integer',
      proposed: 'text?',
      summary: 'text?',
      summary_seq: 'integer?',
    },
    key: ['insee', 'id'],
    unique: ['insee', 'slug'],
  },
  source: {
    columns: { ...OF_SET, upload: 'text', rank: 'integer', replaced_by: 'text?' },
    key: ['insee', 'data_set', 'upload'],
  },
  step: { columns: { ...OF_SET, id: 'text', at: 'real', body: 'text' }, key: ['insee', 'data_set', 'id'] },
  hand_cell: {
    columns: {
      ...OF_SET,
      hand: 'text',
      row_key: 'text',
      column_name: 'text',
      base: 'text',
      value: 'text',
      changed_by: 'text',
      seq: 'integer',
    },
    key: ['insee', 'data_set', 'hand', 'row_key', 'column_name'],
  },
  hand_row: {
    columns: { ...OF_SET, hand: 'text', id: 'text', cells: 'text', seq: 'integer' },
    key: ['insee', 'data_set', 'hand', 'id'],
  },
  hand_gone: {
    columns: { ...OF_SET, hand: 'text', row_key: 'text', seq: 'integer' },
    key: ['insee', 'data_set', 'hand', 'row_key'],
  },
  conflict: { columns: { ...OF_SET, id: 'text', body: 'text' }, key: ['insee', 'data_set', 'id'] },
  model: {
    columns: { ...OF_TOWN, id: 'text', title: 'text', schema: 'text', extra: 'text', created_at: 'text' },
    key: ['insee', 'id'],
  },
  version: {
    columns: {
      ...OF_SET,
      hash: 'text',
      parquet_sha256: 'text',
      rows: 'integer',
      seq: 'integer',
      created_at: 'text',
      created_by: 'text',
    },
    key: ['insee', 'data_set', 'hash'],
  },
  job: {
    columns: {
      ...OF_TOWN,
      id: 'text',
      kind: 'text',
      data_set: 'text?',
      title: 'text',
      input: 'text',
      state: 'text',
      progress: 'real',
      message: 'text',
      result: 'text?',
      created_at: 'text',
      created_by: 'text',
      ended_at: 'text?',
    },
    key: ['insee', 'id'],
  },
  journal: {
    columns: {
      ...OF_TOWN,
      seq: 'integer',
      at: 'text',
      by: 'text',
      by_name: 'text',
      act: 'text',
      data_set: 'text?',
      note: 'text',
      change: 'text?',
      key: 'text?',
      undoes: 'integer?',
      salt: 'text?',
      erased: 'text?',
      hash: 'text',
    },
    key: ['insee', 'seq'],
    unique: ['insee', 'key'],
    index: ['insee', 'data_set', 'seq'],
  },
  erasure: {
    columns: { ...OF_TOWN, id: 'text', at: 'text', by_name: 'text', kind: 'text', places: 'integer', todo: 'text?' },
    key: ['insee', 'id'],
  },
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, shape] of Object.entries(TABLES)) await create(db, name, shape)
}

async function create(db: Kysely<unknown>, name: string, { columns, key, unique, index }: Shape): Promise<void> {
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
