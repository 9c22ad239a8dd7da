import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pointOf } from '../../core/recipe/points.ts'
import type { Place } from '../published.ts'
import { blobsForTests, versionForTests } from './for-tests.ts'
import { QueryProblem } from './problem.ts'
import type { Condition, Expression, QueriedVersion, Query } from './query.ts'
import { queryRows } from './run.ts'
import { streamRows } from './stream.ts'

const { blobs, remove } = blobsForTests()
afterAll(remove)
const world = { blobs }

const column = (name: string): Expression => ({ type: 'column', name })
const value = (value: string | number | boolean): Expression => ({ type: 'value', value })

let shops: QueriedVersion
beforeAll(async () => {
  shops = await versionForTests(
    blobs,
    [
      'nom',
      { name: 'surface', type: 'number' },
      { name: 'code', type: 'integer' },
      { name: 'ouvert', type: 'boolean', trueValues: ['oui'], falseValues: ['non'] },
      { name: 'depuis', type: 'date' },
      { name: 'vu', type: 'datetime' },
      'lat',
      'lon',
    ],
    [
      ['Boulangerie Léa', '90.5', '12', 'oui', '2019-02-01', '2021-10-17T08:30:00+02:00', '48.95', '1.81'],
      ['Garage', '100', '01004', 'non', '2021-02-30', '2021-10-17T08:00:00Z', '48.96', '1.82'],
      ['boulangerie du pont', '9', '', 'oui', '2020-05-06', '', '48.97', '1.83'],
      ['Œuvre d’art', 'environ 12', '3', 'peut-être', '', '', '', ''],
      ['Kiosque', '', '1234567890123456789', '', '', '2021-10-16', '95', '1.8'],
    ],
    { latitude: 'lat', longitude: 'lon' },
  )
})

const ask = (query: Partial<Query>) => queryRows(world, shops, { limit: 100, ...query })
const names = async (where: Condition): Promise<unknown[]> =>
  (await ask({ select: [{ as: 'nom', of: column('nom') }], where })).rows.map(([nom]) => nom)
const compare = (name: string, is: '=' | '!=' | '<' | '<=' | '>' | '>=', wanted: string | number | boolean) =>
  names({ type: 'compare', left: column(name), is, right: value(wanted) })

test('cells come back in the type of their column; one that is not of it keeps its text', async () => {
  const { columns, rows } = await ask({})
  expect(columns.map(({ kind }) => kind)).toEqual([
    ...['text', 'number', 'integer', 'boolean', 'date', 'datetime', 'text', 'text'],
  ])
  expect(rows).toEqual([
    ['Boulangerie Léa', 90.5, 12, true, '2019-02-01', '2021-10-17T08:30:00+02:00', '48.95', '1.81'],
    ['Garage', 100, '01004', false, '2021-02-30', '2021-10-17T08:00:00Z', '48.96', '1.82'],
    ['boulangerie du pont', 9, null, true, '2020-05-06', null, '48.97', '1.83'],
    ['Œuvre d’art', 'environ 12', 3, 'peut-être', null, null, null, null],
    ['Kiosque', null, '1234567890123456789', null, null, '2021-10-16', '95', '1.8'],
  ])
})

test('comparisons are those of the type', async () => {
  expect(await compare('surface', '>', '20')).toEqual(['Boulangerie Léa', 'Garage'])
  expect(await compare('surface', '=', '9.0')).toEqual(['boulangerie du pont'])
  expect(await compare('ouvert', '=', true)).toEqual(['Boulangerie Léa', 'boulangerie du pont'])
  expect(await compare('depuis', '>=', '2020-01-01')).toEqual(['boulangerie du pont'])
  expect(await compare('vu', '<', '2021-10-17T07:00:00Z')).toEqual(['Boulangerie Léa'])
  expect(await compare('nom', '!=', 'Garage')).toHaveLength(4)
  expect(await compare('ouvert', '!=', true)).toEqual(['Garage', 'Œuvre d’art', 'Kiosque'])
  const asWritten: Condition = { type: 'among', of: { type: 'text', name: 'code' }, values: ['01004', '12'] }
  expect(await names(asWritten)).toEqual(['Boulangerie Léa', 'Garage'])
})

test('numbers that no integer of 64 bits holds are numbers all the same', async () => {
  expect(await compare('surface', '<', 1e300)).toHaveLength(3)
  expect(await compare('code', '>', -(2 ** 64))).toEqual(['Boulangerie Léa', 'Œuvre d’art'])
})

test('empty, not, and, or', async () => {
  const empty: Condition = { type: 'empty', of: column('surface') }
  expect(await names(empty)).toEqual(['Kiosque'])
  expect(await names({ type: 'not', of: empty })).toHaveLength(4)
  expect(await names({ type: 'or', of: [] })).toEqual([])
  expect(await names({ type: 'and', of: [] })).toHaveLength(5)
  expect(
    await names({ type: 'or', of: [empty, { type: 'like', of: column('nom'), how: 'starts', text: 'GAR' }] }),
  ).toEqual(['Garage', 'Kiosque'])
})

test('words are found without case nor accents, anywhere in the row', async () => {
  expect(await names({ type: 'search', text: 'lea BOULANGERIE' })).toEqual(['Boulangerie Léa'])
  expect(await names({ type: 'search', text: "oeuvre d'art" })).toEqual(['Œuvre d’art'])
  expect(await names({ type: 'search', text: 'pont', columns: ['surface'] })).toEqual([])
  expect(await names({ type: 'search', text: '%_' })).toHaveLength(5)
})

test('points: box, polygon, distance', async () => {
  expect(await names({ type: 'box', box: [1.815, 48.9, 1.825, 49] })).toEqual(['Garage'])
  expect(await names({ type: 'box', box: [170, -10, -170, 10] })).toEqual([])
  const ring = [
    [1.8, 48.94],
    [1.82, 48.94],
    [1.8, 48.98],
  ] as const
  expect(await names({ type: 'inside', ring })).toEqual(['Boulangerie Léa'])
  const metres: Expression = { type: 'metres', from: [1.81, 48.95] }
  const { rows } = await ask({ select: [{ as: 'm', of: metres }], orderBy: [{ by: metres }] })
  expect(rows.map(([m]) => (m === null ? null : Math.round(Number(m))))).toEqual([0, 1330, 2660, null, null])
})

test('sorts: numbers as numbers, texts without accents, what is empty last, ties in the order of the file', async () => {
  const sorted = async (name: string, descending = false) =>
    (await ask({ orderBy: [{ by: column(name), descending }] })).rows.map(([nom]) => nom)
  expect(await sorted('surface')).toEqual([
    'boulangerie du pont',
    'Boulangerie Léa',
    'Garage',
    'Œuvre d’art',
    'Kiosque',
  ])
  expect((await sorted('surface', true)).slice(0, 1)).toEqual(['Garage'])
  expect(await sorted('nom')).toEqual(['boulangerie du pont', 'Boulangerie Léa', 'Garage', 'Kiosque', 'Œuvre d’art'])
})

test('groups and aggregates', async () => {
  const { columns, rows, total } = await ask({
    groupBy: [{ as: 'ouvert', of: column('ouvert') }],
    select: [
      { as: 'lignes', aggregate: 'count' },
      { as: 'total', aggregate: 'sum', of: column('surface') },
      { as: 'premier', aggregate: 'min', of: column('depuis') },
    ],
    orderBy: [{ by: { type: 'as', name: 'lignes' }, descending: true }],
    total: true,
  })
  expect(columns.map(one => one.name)).toEqual(['ouvert', 'lignes', 'total', 'premier'])
  expect(rows).toEqual([
    [true, 2, 99.5, '2019-02-01'],
    [null, 2, null, null],
    [false, 1, 100, null],
  ])
  expect(total).toBe(3)
  const whole = await ask({ select: [{ as: 'n', aggregate: 'count', of: column('code') }], total: true })
  expect(whole).toMatchObject({ rows: [[4]], total: 1 })
})

test('groups by year and by bounds', async () => {
  const year: Expression = { type: 'call', name: 'year', of: [column('depuis')] }
  const byYear = await ask({ groupBy: [{ as: 'an', of: year }], orderBy: [{ by: year }] })
  expect(byYear.rows).toEqual([[2019], [2020], [null]])
  const bucket: Expression = { type: 'bucket', of: column('surface'), bounds: [0, 50, 100] }
  const { rows } = await ask({ groupBy: [{ as: 'de', of: bucket }], select: [{ as: 'n', aggregate: 'count' }] })
  expect(rows).toEqual([
    [0, 1],
    [50, 1],
    [100, 1],
    [null, 2],
  ])
})

test('a page, and how many rows there are without it', async () => {
  const page = await ask({ select: [{ as: 'ligne', of: { type: 'row' } }], limit: 2, offset: 3, total: true })
  expect(page).toMatchObject({ rows: [[4], [5]], total: 5 })
})

test.each([
  [{ select: [{ as: 'x', of: column('c0') }] }, 'J’ai lu la colonne « c0 » ; ce tableau a : nom, surface, code'],
  [
    { where: { type: 'compare', left: column('surface'), is: '>', right: value('grand') } },
    'J’ai lu « grand » ; j’attendais un nombre.',
  ],
  [
    { where: { type: 'compare', left: column('depuis'), is: '=', right: value('2021-02-30') } },
    'une date, comme 2021-10-17',
  ],
  [{ where: { type: 'compare', left: column('surface'), is: '=', right: column('nom') } }, 'un nombre'],
  [
    { select: [{ as: 's', aggregate: 'sum', of: column('nom') }] },
    'J’ai lu « sum(nom) » ; j’attendais une colonne de nombres.',
  ],
  [
    {
      select: [
        { as: 's', aggregate: 'count' },
        { as: 'nom', of: column('nom') },
      ],
    },
    '« nom » est à grouper',
  ],
  [{ orderBy: [{ by: { type: 'as', name: 'rien' } }] }, 'l’un de ces noms'],
  [{ limit: 10_001 }, 'J’ai lu « 10001 » ; j’attendais un nombre de lignes, de 0 à 10000.'],
  [{ offset: -1 }, 'un rang'],
] as [Partial<Query>, string][])('what cannot be asked is said: %j', async (query, sentence) => {
  const asked = ask(query)
  await expect(asked).rejects.toThrow(QueryProblem)
  await expect(asked).rejects.toThrow(sentence)
})

test('all the rows, by pieces; leaving before the end gives the connection back', async () => {
  const many = await versionForTests(
    blobs,
    [{ name: 'n', type: 'integer' }],
    Array.from({ length: 5000 }, (_, r) => [String(r)]),
  )
  const orderBy = [{ by: column('n'), descending: true }]
  const read: unknown[] = []
  const { columns, rows } = streamRows(world, many, { orderBy })
  for await (const piece of rows) read.push(...piece.map(([n]) => n))
  expect(columns).toEqual([{ name: 'n', kind: 'integer' }])
  expect(read).toEqual(Array.from({ length: 5000 }, (_, r) => 4999 - r))
  for (let reader = 0; reader < 40; reader++) for await (const _ of streamRows(world, many, {}).rows) break
  expect(() => streamRows(world, many, { orderBy: [{ by: column('x') }] })).toThrow(QueryProblem)
})

test('a question that lasts is stopped', async () => {
  const rows = Array.from({ length: 20_000 }, (_, r) => ['48.9', `1.${r}`])
  const many = await versionForTests(blobs, ['lat', 'lon'], rows, { latitude: 'lat', longitude: 'lon' })
  const ring = Array.from({ length: 400 }, (_, at) => [Math.cos(at), Math.sin(at)] as const)
  const asked = queryRows(world, many, { where: { type: 'inside', ring }, limit: 1 }, { milliseconds: 1 })
  await expect(asked).rejects.toThrow('Cette demande est trop longue')
  const all = streamRows(world, many, { where: { type: 'inside', ring } }, { milliseconds: 1 })
  await expect(all.rows.next()).rejects.toThrow('Cette demande est trop longue')
  const where: Condition = { type: 'and', of: Array.from({ length: 1000 }, () => ({ type: 'true' })) }
  await expect(queryRows(world, many, { where, limit: 1 })).rejects.toThrow('Cette demande est trop longue')
})

const hostile = fc.oneof(fc.constantFrom("'", '"; drop table x; --', '$1', '\\', '%', 'é', '\0', '💐', ''), fc.string())
test('whatever the names and the texts, a row is found by its own cell', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(hostile, { minLength: 1, maxLength: 4 }), hostile, async (columns, cell) => {
      const version = await versionForTests(blobs, columns, [columns.map(() => cell), columns.map(() => `${cell}x`)])
      for (const name of columns) {
        const where: Condition = { type: 'among', of: { type: 'text', name }, values: [cell] }
        const of: Expression = { type: 'text', name }
        expect((await queryRows(world, version, { select: [{ as: name, of }], where, limit: 5 })).rows).toEqual([
          [cell],
        ])
      }
    }),
    { numRuns: 40 },
  )
})

const degree = fc.oneof(fc.constantFrom('', ' 1.5 ', '181', '-90.0', '1,5', 'x', '1e1'), fc.float().map(String))
const pair = fc.oneof(
  fc.tuple(degree, degree).map(two => two.join(',')),
  fc.tuple(degree, degree).map(two => `[${two.join(', ')}]`),
  degree,
)
const PLACES: readonly Place[] = [
  { latitude: 'a', longitude: 'b' },
  { pair: 'c', order: 'lonlat' },
  { pair: 'c', order: 'latlon' },
]
test('the point of a row is the one that the core finds', async () => {
  const rows = fc.sample(fc.tuple(degree, degree, pair), { numRuns: 300, seed: 7 })
  for (const place of PLACES) {
    const version = await versionForTests(blobs, ['a', 'b', 'c'], rows, place)
    const select = [
      { as: 'x', of: { type: 'longitude' } },
      { as: 'y', of: { type: 'latitude' } },
    ] as const
    const { rows: found } = await queryRows(world, version, { select, limit: 1000 })
    const wanted = rows.map(([a, b, c]) => pointOf(place, name => ({ a, b, c })[name] ?? '') ?? [null, null])
    expect(found).toEqual(wanted)
  }
})
