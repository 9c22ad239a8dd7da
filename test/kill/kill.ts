import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { build } from 'esbuild'
import { sql } from 'kysely'
import { FOR_NODE } from '../../scripts/bundle-options.mjs'
import type { Change } from '../../src/contract/sets.ts'
import { verifyChain } from '../../src/journal/verify.ts'
import { isPostgres } from '../../src/store/lock-town.ts'
import { type Database, openStore, type Store, type StoreOptions } from '../../src/store/open.ts'
import type { Ack } from './writer.ts'

export interface KillReport {
  readonly acknowledged: number
  /** One sentence each; none is expected. */
  readonly faults: readonly string[]
}

/** Starts the writer on `where` and kills it without notice, `kills` times; reads after each what a restart finds. */
export async function killAndRead(
  where: StoreOptions,
  kills: number,
  tell = (_done: number, _faults: readonly string[]) => {},
): Promise<KillReport> {
  const program = await buildWriter()
  const acks = `${where.folder}.acks`
  const faults: string[] = []
  let acknowledged = 0
  for (let n = 1; n <= kills; n++) {
    await writeAndDie(program, where, acks)
    const said = readAcks(acks)
    acknowledged += said.length
    const found = await readAfter(where, said, n % 50 === 0 || n === kills)
    faults.push(...found.map(fault => `kill ${n}: ${fault}`))
    tell(n, faults)
  }
  for (const file of [program, acks]) rmSync(file, { force: true })
  return { acknowledged, faults }
}

async function readAfter(where: StoreOptions, said: readonly Ack[], whole: boolean): Promise<string[]> {
  const store = await openStore(where)
  try {
    return await faultsOf(store, said, whole)
  } finally {
    await store.close()
  }
}

async function buildWriter(): Promise<string> {
  const outfile = resolve('node_modules/.carnet-test', `kill-writer-${process.pid}.mjs`)
  const entryPoints = [new URL('writer.ts', import.meta.url).pathname]
  await build({ ...FOR_NODE, splitting: false, entryPoints, outfile })
  return outfile
}

/** At a random instant of its first half second of writing. */
async function writeAndDie(program: string, { folder, databaseUrl }: StoreOptions, acks: string): Promise<void> {
  rmSync(acks, { force: true })
  const child = spawn(process.execPath, [program, folder, acks, databaseUrl ?? ''], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), ended])
  await pause(Math.random() * 500)
  if (child.exitCode !== null) throw new Error(`the writer stopped by itself, with code ${child.exitCode}`)
  child.kill('SIGKILL')
  await ended
}

/** A line that the kill cut was not acknowledged to anybody. */
const readAcks = (path: string): Ack[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .slice(0, -1)
        .map(line => JSON.parse(line) as Ack)
    : []

async function faultsOf({ db, blobs }: Store, said: readonly Ack[], whole: boolean): Promise<string[]> {
  const faults: string[] = []
  const seqs = new Map(
    (await db.selectFrom('journal').select(['seq', 'key']).execute()).map(({ key, seq }) => [key, seq]),
  )
  for (const { key, seq, sha256 } of said) {
    if (seqs.get(key) !== seq) faults.push(`act ${seq} was acknowledged and is not there`)
    if (sha256 && !(await blobs.verify(sha256))) faults.push(`file ${sha256} was acknowledged and is not whole`)
  }
  if (!isPostgres(db)) faults.push(...(await integrityFaults(db)))
  if (!(await atOneInstant(db, stateIsJournal))) faults.push('the cells are not those that the journal tells')
  if (!whole) return faults
  const { broken } = await verifyChain(db, '78217')
  if (broken !== undefined) faults.push(`the chain is broken at ${broken}`)
  for (const { sha256 } of await db.selectFrom('upload').select('sha256').execute())
    if (!(await blobs.verify(sha256))) faults.push(`file ${sha256} is in the database and is not whole`)
  return faults
}

async function integrityFaults(db: Database): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  return rows.map(row => row.integrity_check).filter(answer => answer !== 'ok')
}

/** PostgreSQL may still be ending what the killed process had sent. */
const atOneInstant = <T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> =>
  isPostgres(db) ? db.transaction().setIsolationLevel('repeatable read').execute(work) : work(db)

/** An act that nobody acknowledged is there whole or not at all. */
async function stateIsJournal(db: Database): Promise<boolean> {
  const entries = await db
    .selectFrom('journal')
    .select('change')
    .where('change', 'is not', null)
    .orderBy('seq')
    .execute()
  const told = new Map<string, string>()
  for (const { change } of entries)
    for (const op of JSON.parse(change ?? '[]') as Change) if (op.op === 'cell') told.set(op.column, op.now ?? '')
  const cells = await db.selectFrom('hand_cell').select(['column_name', 'value']).execute()
  return cells.length === told.size && cells.every(cell => told.get(cell.column_name) === cell.value)
}
