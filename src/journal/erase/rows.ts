import type { Kysely } from 'kysely'
import { type AnyRow, insertRows, rowsOf } from '../../store/archive/rows.ts'
import type { Database, Tx } from '../../store/open.ts'
import { TABLE_KEYS, type TableName } from '../../store/table-keys.ts'
import { contentHash, type JournalRow } from '../chain.ts'
import type { Scrub } from './scrub.ts'

/** Tables that hold a set's content, and the columns where it is. */
export const HOLDERS = {
  data_set: ['title', 'proposed', 'summary'],
  step: ['body'],
  hand_cell: ['row_key', 'column_name', 'base', 'value'],
  hand_row: ['cells'],
  hand_gone: ['row_key'],
  conflict: ['body'],
  job: ['title', 'input', 'message', 'result'],
  fiche: ['body'],
  guard: ['body'],
  guard_answer: ['finding', 'reason'],
  publication: ['withdrawn_why'],
  delivery: ['remote', 'message'],
  wish: ['boxes', 'why'],
  request: ['to_name', 'to_mail', 'asked'],
  reminder: ['auto'],
  town_text: ['body'],
  diagnosis: ['title'],
  diagnosis_answer: ['answerer_name', 'answer', 'remark'],
  town_fact: ['value', 'source'],
  node: ['name', 'body'],
  edge: ['role'],
  register_snapshot: ['title', 'body'],
  letter: ['to_name', 'to_mail', 'subject', 'body', 'message', 'attachments'],
} as const satisfies Partial<Record<TableName, readonly string[]>>

/** What the town writes speaks of all its sets. */
const OF_ALL_SETS: ReadonlySet<TableName> = new Set([
  ...(['town_text', 'diagnosis', 'diagnosis_answer', 'town_fact'] as const),
  ...(['node', 'edge', 'register_snapshot', 'letter'] as const),
])

const untyped = (db: Database) => db as unknown as Kysely<Record<string, AnyRow>>

/** Takes the text out of the rows of a set. Answers how many held it. */
export async function scrubRows(tx: Tx, insee: string, dataSet: string, scrub: Scrub): Promise<number> {
  let places = 0
  for (const [table, columns] of Object.entries(HOLDERS) as [keyof typeof HOLDERS, readonly string[]][]) {
    const held: { before: AnyRow; after: AnyRow }[] = []
    for await (const before of rowsOf(tx, table, insee)) {
      if (!OF_ALL_SETS.has(table) && before[table === 'data_set' ? 'id' : 'data_set'] !== dataSet) continue
      const after = { ...before }
      for (const column of columns) if (typeof after[column] === 'string') after[column] = scrub(after[column])
      if (columns.some(column => after[column] !== before[column])) held.push({ before, after })
    }
    for (const { before, after } of held) await replaceRow(tx, table, before, after)
    places += held.length
  }
  return places
}

/** The text may be in the key; a row that is already under the new key stays as it is. */
async function replaceRow(tx: Tx, table: TableName, before: AnyRow, after: AnyRow): Promise<void> {
  const key = (row: AnyRow) => Object.fromEntries(TABLE_KEYS[table].map(column => [column, row[column] ?? null]))
  await untyped(tx)
    .deleteFrom(table)
    .where(is => is.and(key(before)))
    .execute()
  const there = await untyped(tx)
    .selectFrom(table)
    .selectAll()
    .where(is => is.and(key(after)))
    .executeTakeFirst()
  if (!there) await insertRows(tx, table, one(after))
}

async function* one(row: AnyRow): AsyncGenerator<AnyRow> {
  yield row
}

/** Takes the text out of the entries of a set, and of those of no set: they stay, with who and when, and keep the hash that their content had. */
export async function scrubJournal(tx: Tx, insee: string, dataSet: string | undefined, scrub: Scrub): Promise<number> {
  let places = 0
  for await (const row of rowsOf(tx, 'journal', insee)) {
    if (dataSet !== undefined && row.data_set !== null && row.data_set !== dataSet) continue
    const entry = row as unknown as JournalRow
    const note = scrub(entry.note)
    const change = entry.change === null ? null : scrub(entry.change)
    if (note === entry.note && change === entry.change) continue
    await scar(tx, entry, { note, change })
    places++
  }
  return places
}

/** What an entry did is gone; its hash, and the chain through it, stay. */
export const scar = (tx: Tx, entry: JournalRow, left: Pick<JournalRow, 'note' | 'change'>): Promise<unknown> =>
  tx
    .updateTable('journal')
    .set({ ...left, salt: null, erased: entry.erased ?? contentHash(entry) })
    .where('insee', '=', entry.insee)
    .where('seq', '=', entry.seq)
    .execute()
