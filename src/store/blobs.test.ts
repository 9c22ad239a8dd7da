import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { folderBlobs } from './blobs.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carnet-blobs-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = (text: string) => new TextEncoder().encode(text)
async function* chunksOf(...texts: string[]) {
  for (const text of texts) yield bytes(text)
}
const drafts = () => readdirSync(join(folder, 'tmp'))

test('bytes come back as they were, under the hash that everybody computes', async () => {
  const blobs = folderBlobs(folder)
  const sha256 = await blobs.put(bytes('café'))
  expect(sha256).toBe(createHash('sha256').update('café').digest('hex'))
  expect(new TextDecoder().decode(await blobs.get(sha256))).toBe('café')
  expect(await blobs.put(bytes('café'))).toBe(sha256)
  expect(drafts()).toEqual([])
})

test('a stream is hashed and counted while it is written', async () => {
  const blobs = folderBlobs(folder)
  const whole = await blobs.put(bytes('un deux trois'))
  expect(await blobs.receive(chunksOf('un ', '', 'deux ', 'trois'), 13)).toEqual({ sha256: whole, size: 13 })
})

test('a stream over the limit leaves nothing, nor does one that breaks', async () => {
  const blobs = folderBlobs(folder)
  expect(await blobs.receive(chunksOf('un ', 'deux'), 6)).toBeUndefined()
  async function* broken() {
    yield bytes('un ')
    throw new Error('cut')
  }
  await expect(blobs.receive(broken(), 100)).rejects.toThrow('cut')
  expect(drafts()).toEqual([])
  expect(readdirSync(folder)).toEqual(['tmp'])
})

test('a file that somebody else writes joins them', async () => {
  const blobs = folderBlobs(folder)
  const { sha256, size } = await blobs.adopt(async draft => writeFileSync(draft, 'café'))
  expect([sha256, size]).toEqual([await blobs.put(bytes('café')), 5])
  await expect(blobs.adopt(async () => {})).rejects.toThrow('ENOENT')
  expect(drafts()).toEqual([])
})

test('twenty at once of the same bytes make one blob', async () => {
  const blobs = folderBlobs(folder)
  const all = await Promise.all(Array.from({ length: 20 }, () => blobs.put(bytes('le même'))))
  expect(new Set(all).size).toBe(1)
  expect(await blobs.verify(all[0]!)).toBe(true)
})

test('a blob that the disk altered is told, an erased one is gone', async () => {
  const blobs = folderBlobs(folder)
  const sha256 = await blobs.put(bytes('intact'))
  expect(await blobs.verify(sha256)).toBe(true)
  writeFileSync(blobs.path(sha256), 'altéré')
  expect(await blobs.verify(sha256)).toBe(false)
  await blobs.erase(sha256)
  expect([blobs.has(sha256), await blobs.verify(sha256)]).toEqual([false, false])
})

test('a name that is not a hash opens nothing', () => {
  const blobs = folderBlobs(folder)
  for (const name of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(64)}/..`])
    expect(() => blobs.path(name)).toThrow(RangeError)
})

test('what a killed process left is removed; what is being written now is not', () => {
  mkdirSync(join(folder, 'tmp'))
  for (const name of ['old', 'now']) writeFileSync(join(folder, 'tmp', name), 'x')
  utimesSync(join(folder, 'tmp', 'old'), new Date(0), new Date(0))
  folderBlobs(folder)
  expect(drafts()).toEqual(['now'])
})

test('what is made from a blob is made once, is in no list, and goes with it', async () => {
  const blobs = folderBlobs(folder)
  const sha256 = await blobs.put(bytes('a,b'))
  let made = 0
  const make = () =>
    blobs.derive(sha256, 'json-1', async draft => {
      made++
      writeFileSync(draft, '["a","b"]')
    })
  const [path, again] = await Promise.all([make(), make()])
  expect([path, await make(), made]).toEqual([again, again, 1])
  expect(readFileSync(path, 'utf8')).toBe('["a","b"]')
  expect([...blobs.list()]).toEqual([sha256])
  const broken = blobs.derive(sha256, 'ods-1', async draft => {
    writeFileSync(draft, 'half')
    throw new Error('no space')
  })
  await expect(broken).rejects.toThrow('no space')
  await blobs.erase(sha256)
  expect(existsSync(path)).toBe(false)
  expect(drafts()).toEqual([])
  const late = await blobs.derive(sha256, 'json-1', async draft => writeFileSync(draft, 'late'))
  expect(existsSync(late)).toBe(false)
  expect(() => blobs.derive(sha256, '../x', async () => {})).toThrow(RangeError)
})
