import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { loadRegistry } from '../../adapters/models/load.ts'
import { tableFromRows } from '../../core/table/table.ts'
import { describeTable } from '../../preparation/tasks/freeze/describe.ts'
import { DEFIBRILLATEURS, ficheForTests } from '../catalog/for-tests.ts'
import type { PublishedSet } from '../published.ts'
import { csvwMetadata } from './csvw.ts'
import { dataPackage } from './data-package.ts'
import { faults, hasProfiles } from './profiles-for-tests.ts'
import { tableSchema } from './table-schema.ts'

const MODELS = loadRegistry().list()

/** A set of each model of the package, with all its columns. */
function setOf(id: string): PublishedSet {
  const model = MODELS.find(one => one.id === id)!
  const card = describeTable(
    tableFromRows(
      model.fields.map(({ name }) => name),
      [],
    ),
    model,
  )
  const hash = 'a'.repeat(64)
  const line = { hash, createdAt: '2026-03-02T08:00:00.000Z', rows: 0 }
  const town = { insee: '78217', name: 'Épône', example: false }
  const files = { csvSha256: hash, parquetSha256: hash, conformity: 100, errors: 0 }
  return {
    ...{ insee: '78217', id, slug: 'essai', town, fiche: ficheForTests({ ...DEFIBRILLATEURS, model: id }) },
    version: { ...line, ...files, ...card },
    ...{ issuedAt: line.createdAt, modifiedAt: line.createdAt, versions: [line] },
  }
}

test.skipIf(!hasProfiles)('descriptors of all models pass the profiles of Frictionless v2 (where they are)', () => {
  const wrong = MODELS.flatMap(({ id }) => [
    ...faults('datapackage', dataPackage('https://epone.example', setOf(id), 10)).map(fault => [id, fault]),
    ...faults('tableschema', tableSchema(setOf(id).version)).map(fault => [id, fault]),
  ])
  expect(wrong).toEqual([])
  expect(faults('datapackage', { resources: [{ name: 'x' }] })).not.toEqual([])
  expect(faults('tableschema', { fields: [] })).not.toEqual([])
})

const require = createRequire(import.meta.url)
interface DataPackageLibrary {
  readonly Package: { load(descriptor: object): Promise<{ readonly valid: boolean; readonly errors: unknown[] }> }
}

test('the library of Frictionless loads those of all models', async () => {
  const { Package } = require('datapackage') as DataPackageLibrary
  for (const { id } of MODELS) {
    const { valid, errors } = await Package.load(dataPackage('https://epone.example', setOf(id), 10))
    expect([id, valid, errors]).toEqual([id, true, []])
  }
})

test('what the descriptor says of the bytes is true for ever', () => {
  const { resources } = dataPackage('https://epone.example', setOf('schema-dae'), 10) as { resources: object[] }
  expect(resources[0]).toMatchObject({
    path: `https://epone.example/jeux/essai/v/${'a'.repeat(64)}.csv`,
    hash: `sha256:${'a'.repeat(64)}`,
    bytes: 10,
  })
})

test('CSV on the Web: the columns in order, each with its type and what it means', () => {
  const { version, fiche } = setOf('schema-dae')
  const { url, tableSchema } = csvwMetadata('essai.csv', version, fiche) as {
    url: string
    tableSchema: { columns: { name: string; titles: string; datatype: unknown }[] }
  }
  expect(url).toBe('essai.csv')
  expect(tableSchema.columns.map(({ titles }) => titles)).toEqual(version.columns.map(({ name }) => name))
  const names = tableSchema.columns.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter(name => !/^[A-Za-z]\w*$/.test(name))).toEqual([])
  const typeOf = (name: string) => tableSchema.columns.find(({ titles }) => titles === name)?.datatype
  expect(['lat_coor1', 'com_insee', 'dermnt'].map(typeOf)).toEqual(['decimal', 'string', 'date'])
})
