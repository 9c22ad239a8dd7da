import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from './call-for-tests.ts'
import { writeResult } from './output-folder.ts'

const folder = testFolder()

test('writes the files, makes the folders on the way, leaves no draft', () => {
  writeResult(folder.path('a/b'), new Map([['x.csv', 'un']]), [])
  writeResult(folder.path('a/b'), new Map([['x.csv', 'deux']]), [])
  expect(readdirSync(folder.path('a/b'))).toEqual(['x.csv'])
  expect(readFileSync(folder.path('a/b/x.csv'), 'utf8')).toBe('deux')
  expect(readdirSync(folder.path('a'))).toEqual(['b'])
})

test('when one file cannot be written, none is: what was there stays, and no empty folder is left', () => {
  const files = new Map([
    ['x.csv', 'trois'],
    ['absent/y.csv', ''],
  ])
  expect(() => writeResult(folder.path('a/b'), files, [])).toThrow()
  expect(readFileSync(folder.path('a/b/x.csv'), 'utf8')).toBe('deux')
  expect(() => writeResult(folder.path('neuf'), files, [])).toThrow()
  expect(existsSync(folder.path('neuf'))).toBe(false)
})

test('a file in the place of the folder is told', () => {
  const file = folder.write('fichier', '')
  expect(() => writeResult(file, new Map([['x.csv', '']]), [])).toThrow(/est un fichier ; j'attendais un dossier/)
})

test('a source is not overwritten, however it is named', () => {
  mkdirSync(folder.path('c'))
  const source = folder.write(join('c', 'table.csv'), 'source')
  expect(() => writeResult(folder.path('c/../c'), new Map([['table.csv', '']]), [source])).toThrow(/ne l'écrase pas/)
  expect(readFileSync(source, 'utf8')).toBe('source')
})
