import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { openZip, UnreadableArchive } from './read-zip.ts'
import { writeZip } from './write-zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'carnet-zip-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function* chunks(...all: (string | Uint8Array)[]) {
  for (const chunk of all) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
}
async function all(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const read: Uint8Array[] = []
  for await (const chunk of bytes) read.push(chunk)
  return Buffer.concat(read)
}

/** A zip in the zip holds the marks of a zip: it must not stop the reading. */
const inner = zipSync({ 'dedans.txt': new TextEncoder().encode('dedans'.repeat(1000)) })
const path = join(folder, 'a.zip')
const made = writeZip(path, async zip => {
  await zip.add('tables/vide.jsonl', chunks())
  await zip.add('données/été.txt', chunks('un ', 'deux ', 'trois'.repeat(100_000)))
  await zip.add('blobs/zip', chunks(inner.subarray(0, 40), inner.subarray(40)), 'packed')
})

test('what is read back is what was written, and other programs read it too', async () => {
  await made
  const zip = await openZip(path)
  expect(zip.names).toEqual(['tables/vide.jsonl', 'données/été.txt', 'blobs/zip'])
  expect((await all(zip.read('données/été.txt'))).toString()).toBe(`un deux ${'trois'.repeat(100_000)}`)
  expect(await all(zip.read('blobs/zip'))).toEqual(Buffer.from(inner))
  expect(await all(zip.read('tables/vide.jsonl'))).toHaveLength(0)
  expect(Object.keys(unzipSync(readFileSync(path)))).toEqual(zip.names)
})

test('a file that is there is not written over', async () => {
  await made
  await expect(writeZip(path, async () => {})).rejects.toThrow('EEXIST')
})

test('a damaged archive is told in a sentence', async () => {
  await made
  const bytes = readFileSync(path)
  const cut = join(folder, 'cut.zip')
  writeFileSync(cut, bytes)
  truncateSync(cut, statSync(path).size - 30)
  await expect(openZip(cut)).rejects.toThrow(UnreadableArchive)
  const altered = join(folder, 'altered.zip')
  writeFileSync(altered, bytes)
  const zip = await openZip(altered)
  writeFileSync(altered, bytes.fill(0x55, 80, 400))
  await expect(all(zip.read('données/été.txt'))).rejects.toThrow(UnreadableArchive)
  expect(() => zip.read('absent')).toThrow('« absent » n’y est pas')
})
