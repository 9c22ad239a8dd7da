import type { Database } from '../../store/open.ts'

/** What the database says of what is public: few rows, read at each question. */
export type Rows = Awaited<ReturnType<typeof readRows>>

export async function readRows(db: Database) {
  const towns = await db
    .selectFrom('town')
    .select(['insee', 'name', 'siret', 'example', 'created_at'])
    .orderBy('insee')
    .execute()
  return { towns, publications: await publications(db), versions: await versions(db), redirects: await redirects(db) }
}

/** Latest changed first, each with its latest version. */
const publications = (db: Database) =>
  db
    .selectFrom('publication as p')
    .innerJoin('version as v', join =>
      join.onRef('v.insee', '=', 'p.insee').onRef('v.data_set', '=', 'p.data_set').onRef('v.hash', '=', 'p.hash'),
    )
    .innerJoin('data_set as d', join => join.onRef('d.insee', '=', 'p.insee').onRef('d.id', '=', 'p.data_set'))
    .select(['p.insee', 'p.data_set', 'p.slug', 'p.hash', 'p.issued_at', 'p.modified_at'])
    .select(['p.withdrawn_at', 'p.withdrawn_why', 'd.theme'])
    .select(['v.manifest_sha256', 'v.csv_sha256', 'v.parquet_sha256', 'v.created_at'])
    .orderBy('p.modified_at', 'desc')
    .orderBy('p.slug')
    .execute()

const versions = (db: Database) =>
  db
    .selectFrom('version')
    .select(['insee', 'data_set', 'hash', 'created_at', 'rows'])
    .orderBy('created_at', 'desc')
    .orderBy('hash')
    .execute()

const redirects = (db: Database) =>
  db.selectFrom('redirect').select(['slug', 'insee', 'data_set']).orderBy('slug').execute()
