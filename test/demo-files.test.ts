import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeDemoFiles } from '../scripts/make-demo/all.ts'
import { readPhone } from '../src/core/values/phone.ts'
import { readBytes } from '../src/readers/read.ts'

const FOLDER = join(import.meta.dirname, '../demo/files')
const made = await makeDemoFiles()
const sheets = [...made.keys()].filter(name => !name.startsWith('adresses'))
/** Our own files: read here, without the process that guards against foreign ones. */
const tablesOf = async (name: string) =>
  (await readBytes(readFileSync(join(FOLDER, name)), name, { hidden: true })).tables

describe('the example town', () => {
  test('its files are those that the script makes, byte for byte', () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...made.keys()].sort())
    for (const [name, content] of made) expect(Buffer.compare(readFileSync(join(FOLDER, name)), content), name).toBe(0)
  })

  test.each(sheets)('%s says on each sheet that it is an example', async name => {
    for (const { setAside } of await tablesOf(name))
      expect(setAside.flatMap(({ cells }) => cells ?? []).join(' ')).toContain("DONNÉES D'EXEMPLE")
  })

  test('the address file says so on each line', () => {
    const [, ...lines] = readFileSync(join(FOLDER, 'adresses-78217.csv'), 'utf8').trim().split('\n')
    expect(lines.length).toBeGreaterThan(500)
    expect(lines.filter(line => !line.includes("données d'exemple"))).toEqual([])
  })

  test('the later list has 284 rows over 5 sheets', async () => {
    const tables = await tablesOf('liste entreprises 2020.xlsx')
    expect(tables).toHaveLength(5)
    expect(tables.reduce((sum, { table }) => sum + table.rows.length, 0)).toBe(284)
  })

  test('nobody can be called: the telephone numbers are those kept for fiction', async () => {
    const phones: string[] = []
    for (const name of sheets)
      for (const { table } of await tablesOf(name))
        for (const column of table.columns)
          if (/^t[ée]l/i.test(column.name)) phones.push(...column.cells.filter(Boolean))
    const read = phones
      .map(text => readPhone(text))
      .flatMap(reading => (reading.status === 'certain' ? [reading.value] : []))
    expect(read.length).toBeGreaterThan(200)
    expect(read.filter(phone => !/^\+3319900\d{4}$/.test(phone))).toEqual([])
  })

  test('each set names files that are there', () => {
    const sets = JSON.parse(readFileSync(join(FOLDER, '../jeux.json'), 'utf8')) as {
      files: string[]
      later?: string[]
    }[]
    expect(sets).toHaveLength(10)
    expect(sets.flatMap(({ files, later = [] }) => [...files, ...later]).filter(file => !made.has(file))).toEqual([])
  })
})
