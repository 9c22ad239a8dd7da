import { existsSync, readFileSync } from 'node:fs'
import { type Zippable, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { UnreadableFile } from '../../core/table/read-result.ts'
import { crc32, ownCrc32 } from './crc32.ts'
import { openZip } from './unzip.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const make = (files: Zippable) => zipSync(files)

describe('openZip', () => {
  test('gives back every file, deflated or stored, by name', () => {
    const zip = openZip(make({ 'a/b.xml': bytes('<x/>'.repeat(500)), 'c.txt': [bytes('été'), { level: 0 }] }))
    expect(zip.names).toEqual(['a/b.xml', 'c.txt'])
    expect(new TextDecoder().decode(zip.read('a/b.xml'))).toBe('<x/>'.repeat(500))
    expect(new TextDecoder().decode(zip.read('c.txt'))).toBe('été')
  })

  test('a name such as __proto__ or ../x is only a label', () => {
    // fflate itself cannot write such a name: it is put in its place afterwards.
    const patched = Buffer.from(make({ xxprotoxx: bytes('p'), '../x': bytes('y') })).toString('latin1')
    const zip = openZip(Buffer.from(patched.replaceAll('xxprotoxx', '__proto__'), 'latin1'))
    expect(new TextDecoder().decode(zip.read('__proto__'))).toBe('p')
    expect(zip.has('constructor')).toBe(false)
    expect(new TextDecoder().decode(zip.read('../x'))).toBe('y')
  })

  test('reads an archive with bytes before it', () => {
    const zip = make({ 'a.txt': bytes('bonjour') })
    const whole = new Uint8Array(zip.length + 10)
    whole.set(zip, 10)
    expect(new TextDecoder().decode(openZip(whole).read('a.txt'))).toBe('bonjour')
  })

  test('stops counting at the limit, whatever size is declared', () => {
    const zip = make({ big: new Uint8Array(30 * 1024 * 1024) })
    // The declared size of the entry becomes 1 byte, in both headers.
    const view = new DataView(zip.buffer)
    const central = zip.length - 22 - 46 - 3
    view.setUint32(central + 24, 1, true)
    view.setUint32(22, 1, true)
    expect(() => openZip(zip, { maxEntryBytes: 1_000_000 }).read('big')).toThrow(/Mo une fois décompressé/)
    expect(openZip(zip).read('big').length).toBe(30 * 1024 * 1024)
  })

  test('counts the total of what was read', () => {
    const zip = openZip(make({ a: new Uint8Array(800_000), b: new Uint8Array(800_000) }), { maxTotalBytes: 1_000_000 })
    zip.read('a')
    expect(() => zip.read('b')).toThrow(UnreadableFile)
  })

  test('refuses too many entries, passwords, holes and truncated files with a sentence', () => {
    const zip = make({ a: bytes('a'.repeat(1000)), b: bytes('b') })
    expect(() => openZip(zip, { maxEntries: 1 })).toThrow(/2 fichiers/)
    expect(() => openZip(zip.subarray(0, zip.length - 30))).toThrow(/incomplète/)
    expect(() => openZip(zip).read('nothing')).toThrow(/Il manque une partie/)
    const secret = zip.slice()
    secret[secret.length - 22 - 47 * 2 + 8] = 1
    expect(() => openZip(secret).read('a')).toThrow(/mot de passe/)
  })

  test('a changed byte is found by the checksum', () => {
    const zip = make({ a: [bytes('le montant est de 100 euros'), { level: 0 }] })
    zip[31 + 18] = 57
    expect(() => openZip(zip).read('a')).toThrow(/abîmé/)
  })

  test.each([crc32, ownCrc32])('crc32 of the standard check value', crc => {
    expect(crc(bytes('123456789'))).toBe(0xcbf43926)
    expect(crc(bytes(''))).toBe(0)
  })
})

const HOSTILE = new URL('../../../../shared/data/hostile/generated/zip/', import.meta.url)
describe.skipIf(!existsSync(HOSTILE))('hostile archives (../shared absent: skipped)', () => {
  test.each([
    'bomb-1GiB-in-1MB.zip',
    '20000-empty-entries.zip',
    'xlsx-bomb-1GB-sheet.xlsx',
    'header-lies-4GB.xlsx',
    'truncated.xlsx',
    'not-a-zip.xlsx',
    'empty.xlsx',
    'symlink.zip',
    'zip-slip.zip',
  ])('%s is read or refused in bounds', name => {
    const all = () => {
      const zip = openZip(new Uint8Array(readFileSync(new URL(name, HOSTILE))), { maxEntryBytes: 50_000_000 })
      return zip.names.map(entry => zip.read(entry).length)
    }
    try {
      expect(all().reduce((a, b) => a + b, 0)).toBeLessThan(400_000_000)
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableFile)
    }
  })
})
