import fc, { type Arbitrary } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PublishedVersion } from '../published.ts'
import { blobsForTests, versionForTests } from '../query/for-tests.ts'
import { QueryProblem } from '../query/problem.ts'
import { queryRows } from '../query/run.ts'
import { ExploreProblem } from './odsql/problem.ts'
import { clausesOf } from './params.ts'
import { engineClauses } from './refine.ts'
import { contextOf } from './translate/context.ts'
import { planOf } from './translate/plan.ts'

const { blobs, remove } = blobsForTests()
afterAll(remove)

let version: PublishedVersion
beforeAll(async () => {
  const place = { latitude: 'lat', longitude: 'lon' }
  const made = await versionForTests(
    blobs,
    [
      'nom',
      { name: 'n', type: 'number' },
      { name: 'ok', type: 'boolean' },
      { name: 'jour', type: 'date' },
      { name: 'vu', type: 'datetime' },
      'lat',
      'lon',
      "l'été; --",
    ],
    [
      ['Léa', '12', 'true', '2020-02-29', '2021-10-17T08:30:00+02:00', '48.9', '1.8', 'x'],
      ['', '', '', '', '', '', '', ''],
      ["'; drop table version; --", '-3.5', 'false', '2019-01-01', '2021-10-17', '49', '2', '"'],
    ],
    place,
  )
  version = { ...made, box: [1.8, 48.9, 2, 49] } as unknown as PublishedVersion
})

const field = fc.constantFrom('nom', 'n', 'ok', 'jour', 'vu', 'geo_point_2d', "`l'été; --`", 'absent')
const literal = fc.oneof(
  fc.constantFrom(
    '1',
    '-2.5',
    '1e300',
    '99999999999999999999',
    'true',
    "date'2020'",
    "date'2020-13'",
    "date'2021-10-17T08:30:00Z'",
    "date'0000-99-99'",
  ),
  fc.constantFrom(
    '"Léa"',
    '"\'; drop table x; --"',
    '"%_"',
    '"\\u0000"',
    '""',
    "geom'POINT(1.8 48.9)'",
    "geom'POLYGON((1 48, 2 48, 2 49, 1 48))'",
  ),
)
const value: Arbitrary<string> = fc.letrec<{ any: string }>(tie => ({
  any: fc.oneof(
    { maxDepth: 2 },
    field,
    literal,
    fc
      .tuple(
        fc.constantFrom('length', 'lower', 'upper', 'year', 'month', 'day', 'hour', 'minute', 'second'),
        tie('any'),
      )
      .map(([name, of]) => `${name}(${of})`),
    fc.tuple(tie('any'), fc.constantFrom('+', '-', '*', '/'), tie('any')).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    tie('any').map(of => `-${of}`),
    fc
      .tuple(field, fc.constantFrom('yyyy', 'MM', "dd/MM 'à' HH", 'E'))
      .map(([of, pattern]) => `date_format(${of}, "${pattern}")`),
    field.map(of => `distance(${of}, geom'POINT(1 2)')`),
    fc.constant('now()'),
  ),
})).any
/** What has a sense for its field, so that many questions are answered. */
const amount: Arbitrary<string> = fc.letrec<{ any: string }>(tie => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('n', 'year(jour)', 'length(nom)', "distance(geo_point_2d, geom'POINT(1 2)')", '2', '-1e300', '0'),
    fc.tuple(tie('any'), fc.constantFrom('+', '-', '*', '/'), tie('any')).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    tie('any').map(of => `-${of}`),
  ),
})).any
const sensible = fc.oneof(
  fc.tuple(amount, fc.constantFrom('=', '!=', '<', '<=', '>', '>='), amount).map(([a, is, b]) => `${a} ${is} ${b}`),
  fc
    .tuple(
      fc.constantFrom('nom', 'lower(nom)', "`l'été; --`"),
      fc.constantFrom('=', '!=', '<'),
      fc.constantFrom('"Léa"', `"'; drop table x; --"`),
    )
    .map(([a, is, b]) => `${a} ${is} ${b}`),
  fc
    .tuple(
      fc.constantFrom('jour', 'vu'),
      fc.constantFrom('=', '!=', '<', '<=', '>', '>='),
      fc.constantFrom("date'2020'", "date'2021-10'", "date'2021-10-17T08:30:00Z'", 'now()'),
    )
    .map(([a, is, b]) => `${a} ${is} ${b}`),
  fc.constantFrom(
    'ok',
    'ok is false',
    "within_distance(geo_point_2d, geom'POINT(1.8 48.9)', 5km)",
    'in_bbox(geo_point_2d, -1e300, -200, 90, 200)',
  ),
)
const condition: Arbitrary<string> = fc.letrec<{ any: string }>(tie => ({
  any: fc.oneof(
    { maxDepth: 2 },
    { arbitrary: sensible, weight: 20 },
    fc.tuple(value, fc.constantFrom('=', '!=', '<', '<=', '>', '>='), value).map(([a, is, b]) => `${a} ${is} ${b}`),
    fc.tuple(value, literal, literal).map(([of, a, b]) => `${of} in [${a}..${b}[`),
    fc
      .tuple(value, fc.array(literal, { minLength: 1, maxLength: 3 }))
      .map(([of, list]) => `${of} in (${list.join(', ')})`),
    value.map(of => `${of} is null`),
    fc.tuple(value, fc.constantFrom('"a*"', '"\'"', '""')).map(([of, text]) => `${of} like ${text}`),
    fc
      .tuple(field, fc.constantFrom('0m', '5km', '1e300mi'))
      .map(([of, far]) => `within_distance(${of}, geom'POINT(1.8 48.9)', ${far})`),
    field.map(of => `in_bbox(${of}, -1e300, -200, 90, 200)`),
    fc
      .tuple(fc.constantFrom('intersects', 'disjoint', 'within', 'polygon'), field)
      .map(([how, of]) => `${how}(${of}, geom'POLYGON((1 48, 2 48, 2 49, 1 48))')`),
    fc.tuple(fc.constantFrom('search', 'suggest', 'startswith'), field).map(([how, of]) => `${how}(${of}, "l'é")`),
    literal,
    field,
    fc.tuple(tie('any'), fc.constantFrom('and', 'or'), tie('any')).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    tie('any').map(of => `not ${of}`),
  ),
})).any
const aggregate = fc.oneof(
  fc.constant('count(*)'),
  fc
    .tuple(fc.constantFrom('count', 'sum', 'avg', 'min', 'max', 'median', 'bbox'), value)
    .map(([name, of]) => `${name}(${of})`),
  value.map(of => `percentile(${of}, 12.5)`),
  value.map(of => `count(distinct (${of}))`),
)
const group = fc.oneof(
  value,
  fc
    .tuple(
      field,
      fc.constantFrom(
        ']1, 2, 3[',
        '[1, 2]',
        '1',
        '1e-9',
        '1 day',
        '1 quarter',
        '1 month',
        "]date'2020'[",
        '[1e300]',
        "]1, date'2020'[",
      ),
    )
    .map(([of, range]) => `range(${of}, ${range})`),
)
const chosen = fc.oneof(
  { arbitrary: amount, weight: 3 },
  { arbitrary: fc.constantFrom('nom', 'jour', 'vu', 'geo_point_2d', 'ok', '*'), weight: 3 },
  value,
)
const counted = fc.oneof(
  { arbitrary: fc.constant('count(*)'), weight: 2 },
  {
    arbitrary: fc.tuple(fc.constantFrom('sum', 'avg', 'min', 'median'), amount).map(([name, of]) => `${name}(${of})`),
    weight: 3,
  },
  aggregate,
)
const grouped = fc.oneof(
  {
    arbitrary: fc.constantFrom(
      'nom',
      'jour',
      'geo_point_2d',
      'range(n, 5)',
      'range(n, ]1, 2[)',
      'range(jour, 1 month)',
      'range(vu, 1 hour)',
      "date_format(jour, 'MM yyyy')",
    ),
    weight: 6,
  },
  group,
)
const list = (of: Arbitrary<string>) => fc.array(of, { minLength: 1, maxLength: 2 }).map(all => all.join(', '))
const optional = (of: Arbitrary<string>) => fc.option(of, { nil: '' })
const query = fc.oneof(
  fc.record({ select: optional(list(chosen)), where: optional(condition), order_by: optional(list(amount)) }),
  fc.record({
    select: optional(list(counted)),
    where: optional(condition),
    group_by: list(grouped),
    order_by: optional(
      list(
        fc.oneof(
          aggregate,
          group.filter(one => !one.startsWith('range')),
        ),
      ),
    ),
  }),
  fc.record({
    refine: fc.tuple(field, fc.string({ unit: 'binary', maxLength: 8 })).map(([name, text]) => `${name}:${text}`),
    where: condition,
  }),
)

test('whatever is asked is answered, or refused with a sentence', async () => {
  const context = contextOf(version, { zone: 'Europe/Paris', lang: 'fr', now: '2026-11-25T00:00:00.000Z' })
  const counts = { answered: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(query, async params => {
      try {
        const plan = planOf(engineClauses(clausesOf(params), context), context)
        const { rows } = await queryRows({ blobs }, version, { ...plan.query, limit: 10 })
        for (const row of rows) expect(plan.values(row)).toHaveLength(plan.names.length)
        counts.answered++
      } catch (error) {
        if (!(error instanceof ExploreProblem) && !(error instanceof QueryProblem)) throw error
        counts.refused++
      }
    }),
    { numRuns: 150 },
  )
  // The property would say nothing if all were refused.
  expect(counts.answered).toBeGreaterThan(25)
})
