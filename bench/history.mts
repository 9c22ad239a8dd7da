// A hundred thousand cells typed one by one, or as many as asked: npm run bench:history [-- N]. What they weigh on the disk, how long the set takes to
// open afterwards, and whether the journal tells the state at each of a thousand random instants.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { loadRegistry } from '../src/adapters/models/load.ts'
import type { Change } from '../src/contract/sets.ts'
import { ANNE, aTown, SET } from '../src/journal/for-tests.ts'
import { entriesAfter, history } from '../src/journal/read.ts'
import { verifyChain } from '../src/journal/verify.ts'
import { performActs } from '../src/preparation/acts/perform.ts'
import { setState } from '../src/preparation/sets/state.ts'
import { openStore } from '../src/store/open.ts'

const EDITS = Number(process.argv[2] ?? 100_000)
const [ROWS, COLUMNS, A_COMMIT] = [5_000, 40, 20]
const folder = mkdtempSync(join(tmpdir(), 'carnet-history-'))
const store = await openStore({ folder })
let names = 0
const world = { ...store, now: () => new Date().toISOString(), newId: () => `id-${++names}` }
await aTown(world)
await store.db.updateTable('data_set').set({ model: 'carnet-commerces' }).execute()

const timed = async <T,>(label: string, work: () => Promise<T>): Promise<T> => {
  const started = performance.now()
  const result = await work()
  console.log(`${label}: ${Math.round(performance.now() - started)} ms`)
  return result
}
const draw = (most: number) => Math.floor(Math.random() * most)
/** The state as one number: each cell adds its own, so that an edit takes the old one away and adds the new one. */
const weight = (row: string, column: string, value: string) =>
  createHash('md5')
    .update(JSON.stringify([row, column, value]))
    .digest()
    .readBigUInt64LE()

const oracle = new Map<string, string>()
const instants = new Map<number, bigint>(Array.from({ length: 1000 }, () => [1 + draw(EDITS), 0n]))
let state = 0n
function type(edit: number) {
  const [row, column] = [`78217-${draw(ROWS)}`, `colonne_${draw(COLUMNS)}`]
  const [cell, to] = [`${row}/${column}`, `valeur ${edit}`]
  const seen = oracle.get(cell) ?? 'avant'
  if (oracle.has(cell)) state ^= weight(row, column, seen)
  state ^= weight(row, column, to)
  oracle.set(cell, to)
  if (instants.has(edit)) instants.set(edit, state)
  const cells = [{ row: { key: { id: row } }, column, seen, to }]
  return {
    key: createHash('md5').update(String(edit)).digest('base64url'),
    act: { type: 'cells' as const, hand: 'main', cells },
  }
}

await timed(`${EDITS} edits, ${A_COMMIT} a commit`, async () => {
  for (let edit = 1; edit <= EDITS; edit += A_COMMIT)
    await performActs(world, ANNE, 'commerces', {
      acts: Array.from({ length: Math.min(A_COMMIT, EDITS - edit + 1) }, (_, n) => type(edit + n)),
      page: 'page-1',
    })
})
for (const table of ['journal', 'hand_cell'])
  console.log(`${table}: ${Math.round((await size(table)) / EDITS)} bytes an edit`)

const registry = loadRegistry()
const preparation = { ...world, registry } as unknown as Parameters<typeof setState>[0]
await timed('state of the set', () => setState(preparation, '78217', 'commerces'))
await timed('the same again', () => setState(preparation, '78217', 'commerces'))
await timed('last page of its history', () => history(store.db, '78217', { dataSet: SET }))
await timed('first page of its history', () => history(store.db, '78217', { dataSet: SET, before: 51 }))
const chain = await timed('chain verified', () => verifyChain(store.db, '78217'))

let [seq, told, wrong] = [0, 0n, 0]
const cells = new Map<string, string>()
for (;;) {
  const entries = await entriesAfter(store.db, '78217', SET, seq)
  if (entries.length === 0) break
  for (const { seq: at, change } of entries) {
    apply(change ?? [])
    seq = at
    if (instants.has(at) && instants.get(at) !== told) wrong++
  }
}
function apply(change: Change) {
  for (const op of change) {
    if (op.op !== 'cell') continue
    const [row, cell] = [op.row.key.id!, `${op.row.key.id}/${op.column}`]
    if (cells.has(cell)) told ^= weight(row, op.column, cells.get(cell)!)
    told ^= weight(row, op.column, op.now!)
    cells.set(cell, op.now!)
  }
}
console.log(`${chain.entries} entries, chain ${chain.broken ?? 'whole'}; ${instants.size} instants, ${wrong} wrong`)
await store.close()
rmSync(folder, { recursive: true, force: true })
process.exitCode = wrong > 0 || chain.broken !== undefined ? 1 : 0

/** On the disk, with its indexes. */
async function size(table: string): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select sum(pgsize) as bytes from dbstat where name in (select name from sqlite_master where tbl_name = ${table})`.execute(
    store.db,
  )
  return rows[0]?.bytes ?? 0
}
