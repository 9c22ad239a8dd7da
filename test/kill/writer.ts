import { randomBytes } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { cellOp } from '../../src/journal/for-tests.ts'
import { record } from '../../src/journal/record.ts'
import { openStore } from '../../src/store/open.ts'
import type { World } from '../../src/store/world.ts'

/**
 * The process that is killed: four people write without a pause, each in cells of her own, and now and then send a file. What was acknowledged
 * is written at once into another file, which knows nothing of the database.
 */
const [folder = '', acks = '', databaseUrl] = process.argv.slice(2)
const { db, blobs } = await openStore({ folder, databaseUrl: databaseUrl || undefined })
const newId = () => randomBytes(16).toString('base64url')
const world: World = { db, blobs, now: () => new Date().toISOString(), newId }

export interface Ack {
  readonly seq: number | undefined
  readonly key: string
  readonly sha256?: string
}
const acknowledge = (ack: Ack) => appendFileSync(acks, `${JSON.stringify(ack)}\n`)

async function write(writer: string, n: number): Promise<void> {
  const [key, column, value] = [newId(), `${writer}${n % 7}`, `${writer} ${n} ${newId()}`]
  const actor = { insee: '78217', id: writer, name: writer }
  const entry = { act: 'cells', dataSet: 'commerces', note: '1 case', change: [cellOp(column, '', value)], key }
  const { seq } = await record(world, actor, entry, async (tx, seq) => {
    const cell = { hand: 'main', row_key: '{"id":"1"}', column_name: column, base: '' }
    await tx
      .insertInto('hand_cell')
      .values({ insee: '78217', data_set: 'commerces', ...cell, value, changed_by: writer, seq })
      .onConflict(conflict =>
        conflict
          .columns(['insee', 'data_set', 'hand', 'row_key', 'column_name'])
          .doUpdateSet({ value, changed_by: writer, seq }),
      )
      .execute()
  })
  acknowledge({ seq, key })
}

async function upload(writer: string): Promise<void> {
  const key = newId()
  const bytes = randomBytes(200_000)
  const sha256 = await blobs.put(bytes)
  const actor = { insee: '78217', id: writer, name: writer }
  const { seq } = await record(world, actor, { act: 'upload', note: 'Fichier reçu', key }, async tx => {
    const file = { sha256, name: 'liste.csv', size: bytes.length, sent_at: world.now(), sent_by: writer }
    await tx
      .insertInto('upload')
      .values({ insee: '78217', id: key, ...file })
      .execute()
  })
  acknowledge({ seq, key, sha256 })
}

async function writeForEver(writer: string): Promise<void> {
  for (let n = 0; ; n++) await (Math.random() < 0.2 ? upload(writer) : write(writer, n))
}
// Whoever kills it may be killed first: it does not write for ever.
process.stdin.on('end', () => process.exit()).resume()
process.stdout.write('writing\n')
await Promise.all(['anne', 'bruno', 'chloé', 'denis'].map(writeForEver))
