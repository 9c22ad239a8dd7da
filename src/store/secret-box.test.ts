import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { secretBox } from './secret-box.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'carnet-secrets-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('a secret opens again after a restart, for what it belongs to and for nothing else', () => {
  const folder = newFolder()
  const sealed = secretBox(folder).seal('clé é', '78217/a')
  expect(sealed).not.toContain('cl')
  const again = secretBox(folder)
  expect(again.open(sealed, '78217/a')).toBe('clé é')
  expect(again.open(sealed, '78217/b')).toBeUndefined()
  expect(again.open(`${sealed.slice(0, -4)}AAAA`, '78217/a')).toBeUndefined()
  expect(again.seal('clé é', '78217/a')).not.toBe(sealed)
})

test('the key is one file, that its owner alone reads', () => {
  const folder = newFolder()
  secretBox(folder).seal('x', 'a')
  secretBox(folder).seal('y', 'b')
  expect(readdirSync(folder)).toEqual(['secrets.key'])
  expect(statSync(join(folder, 'secrets.key')).mode & 0o777).toBe(0o600)
})

test('under another key, or none, it does not open, and nothing breaks', () => {
  const [here, there] = [newFolder(), newFolder()]
  const sealed = secretBox(here).seal('x', 'a')
  expect(secretBox(there).open(sealed, 'a')).toBeUndefined()
  secretBox(there).seal('other', 'a')
  expect(secretBox(there).open(sealed, 'a')).toBeUndefined()
  expect(secretBox(there).open('', 'a')).toBeUndefined()
})

test('a key file that is not one is never written over', () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'secrets.key'), 'abîmé')
  expect(() => secretBox(folder).seal('x', 'a')).toThrow('not a key')
  expect(readFileSync(join(folder, 'secrets.key'), 'utf8')).toBe('abîmé')
})
