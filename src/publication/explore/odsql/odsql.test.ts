import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AGGREGATES, type Aggregate, COMPARISONS, type Condition, type Expression, type Group, SCALARS } from './ast.ts'
import { parseGroupBy, parseOrderBy, parseSelect } from './clauses.ts'
import { printGroupBy, printOrderBy, printSelect, printWhere } from './print.ts'
import { ExploreProblem } from './problem.ts'
import { RESERVED } from './tokens.ts'
import { parseWhere } from './where.ts'

const field = (name: string): Expression => ({ type: 'field', name })
const number = (value: number): Expression => ({ type: 'number', value })
const text = (value: string): Expression => ({ type: 'text', value })

describe('what is written in the documentation of Explore', () => {
  test('where', () => {
    expect(parseWhere("my_boolean_field OR my_numeric_field > 50 and my_date_field > date'1972'")).toEqual({
      type: 'or',
      of: [
        { type: 'yes', name: 'my_boolean_field' },
        {
          type: 'and',
          of: [
            { type: 'compare', is: '>', left: field('my_numeric_field'), right: number(50) },
            { type: 'compare', is: '>', left: field('my_date_field'), right: { type: 'date', value: '1972' } },
          ],
        },
      ],
    })
    expect(parseWhere('"dog" AND NOT "cat"')).toEqual({
      type: 'and',
      of: [
        { type: 'words', text: 'dog' },
        { type: 'not', of: { type: 'words', text: 'cat' } },
      ],
    })
    expect(parseWhere('film_name like "star wars"')).toEqual({
      type: 'like',
      of: field('film_name'),
      text: 'star wars',
    })
    expect(parseWhere('numeric_field: ]1..10[')).toEqual({
      ...{ type: 'between', of: field('numeric_field'), from: number(1), to: number(10) },
      includes: { from: false, to: false },
    })
    expect(parseWhere("d in [date'2017' TO date'2018']")).toMatchObject({
      type: 'between',
      includes: { from: true, to: true },
    })
    expect(parseWhere('`12` > 10')).toMatchObject({ left: field('12') })
    expect(parseWhere('`not` is not true')).toEqual({ type: 'not', of: { type: 'is', of: field('not'), value: true } })
    expect(parseWhere('film_name is not null')).toEqual({ type: 'not', of: { type: 'empty', of: field('film_name') } })
    expect(parseWhere("within_distance(geo, GEOM'POINT(1 2)', 5km)")).toEqual({
      type: 'near',
      field: 'geo',
      from: 'POINT(1 2)',
      metres: 5000,
    })
    expect(parseWhere('in_bbox(geo, 48, 1, 49.5, -2)')).toEqual({ type: 'box', field: 'geo', sides: [48, -2, 49.5, 1] })
    expect(parseWhere('search(nom, ville, "léa") or startswith(nom, "B")')).toMatchObject({
      of: [
        { how: 'search', fields: ['nom', 'ville'] },
        { how: 'startswith', fields: ['nom'] },
      ],
    })
    expect(parseWhere('lower(nom) = "x" and nom in ("a", \'b\')')).toMatchObject({
      of: [{ left: { name: 'lower' } }, { values: [text('a'), text('b')] }],
    })
    expect(parseWhere('(a + 1) * 2 >= b and (c or d)')).toMatchObject({
      of: [{ is: '>=', left: { sign: '*' } }, { type: 'or' }],
    })
    expect(parseWhere('"vélo" in keyword')).toEqual({ type: 'holds', field: 'keyword', value: text('vélo') })
    expect(parseWhere('nom not like "x" and not a = 1 and b not in (1)')).toMatchObject({
      of: [{ type: 'not' }, { type: 'not' }, { type: 'not' }],
    })
  })

  test('select', () => {
    expect(parseSelect('*, include(pop*), exclude(x)')).toEqual([
      { type: 'all' },
      { type: 'include', name: 'pop', starts: true },
      { type: 'exclude', name: 'x', starts: false },
    ])
    expect(parseSelect('2 * population as double_population, count(*), percentile(age, 1) as p')).toMatchObject([
      { as: 'double_population', of: { type: 'binary' } },
      { of: { type: 'aggregate', name: 'count' } },
      { of: { name: 'percentile', percent: 1 }, as: 'p' },
    ])
    expect(parseSelect("date_format(d, 'dd/MM/YYYY') as jour, count(distinct ville)")).toMatchObject([
      { as: 'jour' },
      { of: { distinct: true } },
    ])
  })

  test('group_by and order_by', () => {
    expect(parseGroupBy('RANGE(population, ]10, 50, 100[) as r, year(birth_date) as birth_year')).toMatchObject([
      { type: 'ranges', below: true, above: true, bounds: [number(10), number(50), number(100)], as: 'r' },
      { type: 'group', of: { name: 'year' }, as: 'birth_year' },
    ])
    expect(parseGroupBy('range(population, *, 10, 50)')).toMatchObject([{ type: 'ranges', below: true, above: false }])
    expect(parseGroupBy('range(population, 5), range(d, 1 day)')).toMatchObject([
      { type: 'widths', width: 5 },
      { type: 'widths', width: 1, unit: 'day' },
    ])
    expect(parseOrderBy('count(*) DESC, nom asc, ville')).toMatchObject([
      { descending: true },
      { descending: false },
      { descending: false },
    ])
  })
})

test('what is not of the language is refused, with what was read', () => {
  for (const wrong of [
    ')))bad',
    '',
    'a =',
    'a > > 1',
    '"x',
    '1',
    '1 + 2',
    'a = 1 b',
    'a in ()',
    "date'demain' > d",
    'within_distance(a, 3)',
    'a = 1e999',
    'true',
    '; drop table x',
    'not',
    "d = date'2020-1-1x'",
  ]) {
    expect(() => parseWhere(wrong), wrong).toThrow(ExploreProblem)
  }
  expect(() => parseWhere('('.repeat(5000))).toThrow(ExploreProblem)
  expect(() => parseWhere(`${'not '.repeat(4000)}a`)).toThrow(ExploreProblem)
  expect(() => parseWhere(')))bad')).toThrow('j’ai lu « )))bad »')
  for (const wrong of ['', 'a,', 'sum(', 'count(*', 'a as', 'include()', '* as x'])
    expect(() => parseSelect(wrong), wrong).toThrow(ExploreProblem)
  for (const wrong of ['', 'range(a)', 'range(a, *)', 'range(a, 1 siècle)', 'range(a, 10, *, 20)', 'range(a, 0)'])
    expect(() => parseGroupBy(wrong), wrong).toThrow(ExploreProblem)
})

/** Names that a field may have, those that look like something else among them. */
const name = fc.oneof(
  fc.constantFrom(
    'nom',
    'é_1',
    'a.b',
    'select',
    'and',
    'count',
    'date',
    'geom',
    'distinct',
    'search',
    'range',
    'length',
    'null',
    'in',
    '12',
    'x y',
    'a`b',
    '*',
    'true',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
)
const written = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('"', "'", '\\', '\\"', "l'été"))
const some = fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => (Object.is(value, -0) ? 0 : value))
const positive = some.map(value => Math.abs(value) || 1)
const date = fc.constantFrom(
  '2020',
  '2020-12',
  '2020/1/3',
  '2020-12-01',
  '2020-12-01T08:00:00Z',
  '2020-12-01 08:00:00.5+02:00',
)
const literal: Arbitrary<Expression> = fc.oneof(
  some.map(number),
  written.map(text),
  date.map((value): Expression => ({ type: 'date', value })),
  fc.boolean().map((value): Expression => ({ type: 'boolean', value })),
)
const expression: Arbitrary<Expression> = fc.letrec<{ any: Expression }>(tie => ({
  any: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    name.map(field),
    literal,
    written.map((value): Expression => ({ type: 'geometry', value })),
    fc.record({
      type: fc.constant('binary' as const),
      sign: fc.constantFrom('+', '-', '*', '/'),
      left: tie('any'),
      right: tie('any'),
    }),
    tie('any')
      .filter(of => of.type !== 'number')
      .map((of): Expression => ({ type: 'opposite', of })),
    fc.record({
      type: fc.constant('call' as const),
      name: fc.constantFrom(...SCALARS),
      args: fc.array(tie('any'), { maxLength: 3 }),
    }),
  ),
})).any
const fields = fc.option(fc.array(name, { minLength: 1, maxLength: 3 }), { nil: undefined })
const leaf: Arbitrary<Condition> = fc.oneof(
  fc.record({ type: fc.constant('words' as const), text: written }),
  fc.record({ type: fc.constant('yes' as const), name }),
  fc
    .tuple(fc.constantFrom('search', 'suggest', 'startswith'), fields, written)
    .map(([how, list, words]): Condition => ({ type: 'search', how, ...(list && { fields: list }), text: words })),
  fc.record({
    type: fc.constant('compare' as const),
    is: fc.constantFrom(...COMPARISONS),
    left: expression,
    right: expression,
  }),
  fc.record({ type: fc.constant('like' as const), of: expression, text: written }),
  fc.record({
    type: fc.constant('among' as const),
    of: expression,
    values: fc.array(literal, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    ...{ type: fc.constant('between' as const), of: expression, from: literal, to: literal },
    includes: fc.record({ from: fc.boolean(), to: fc.boolean() }),
  }),
  fc.record({ type: fc.constant('holds' as const), field: name, value: literal }),
  fc.record({ type: fc.constant('empty' as const), of: expression }),
  fc.record({ type: fc.constant('is' as const), of: expression, value: fc.boolean() }),
  fc.record({ type: fc.constant('near' as const), field: name, from: written, metres: positive }),
  fc.tuple(name, some, some, some, some).map(
    ([one, a, b, c, d]): Condition => ({
      type: 'box',
      field: one,
      sides: [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)],
    }),
  ),
  fc.record({
    type: fc.constant('shape' as const),
    how: fc.constantFrom('intersects', 'disjoint', 'within'),
    field: name,
    geometry: written,
  }),
)
const condition: Arbitrary<Condition> = fc.letrec<{ any: Condition }>(tie => ({
  any: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.record({ type: fc.constantFrom('and', 'or'), of: fc.array(tie('any'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ type: fc.constant('not' as const), of: tie('any') }),
  ),
})).any
const aggregate: Arbitrary<Aggregate> = fc.oneof(
  fc.constant<Aggregate>({ type: 'aggregate', name: 'count' }),
  expression.map((of): Aggregate => ({ type: 'aggregate', name: 'count', of, distinct: true })),
  fc.tuple(fc.constantFrom(...AGGREGATES), expression, fc.integer({ min: 0, max: 100 })).map(
    ([which, of, percent]): Aggregate => ({
      type: 'aggregate',
      name: which,
      of,
      ...(which === 'percentile' && { percent }),
    }),
  ),
)
const alias = fc.option(name, { nil: undefined }).map(as => (as === undefined ? {} : { as }))
const grouped: Arbitrary<Group> = fc
  .tuple(
    fc.oneof(
      fc.constant({ type: 'group' as const }),
      fc.record({
        type: fc.constant('ranges' as const),
        bounds: fc.array(literal, { minLength: 1, maxLength: 3 }),
        below: fc.boolean(),
        above: fc.boolean(),
      }),
      fc.record({ type: fc.constant('widths' as const), width: positive }),
      fc.record({
        type: fc.constant('widths' as const),
        width: positive,
        unit: fc.constantFrom('second', 'minute', 'hour', 'day', 'month', 'quarter', 'year'),
      }),
    ),
    expression,
    alias,
  )
  .map(([range, of, as]) => ({ ...range, of, ...as }) as Group)

describe('a query written back is read as the same query', () => {
  test('where', () => {
    fc.assert(
      fc.property(condition, one => void expect(parseWhere(printWhere(one))).toEqual(one)),
      { numRuns: 1500 },
    )
  })
  test('select, group_by, order_by', () => {
    const value = fc.oneof(expression, aggregate)
    const selected = fc.oneof(
      fc.constant({ type: 'all' as const }),
      fc.record({ type: fc.constantFrom('include' as const, 'exclude' as const), name, starts: fc.boolean() }),
      fc.tuple(value, alias).map(([of, as]) => ({ type: 'value' as const, of, ...as })),
    )
    const list = <T>(of: Arbitrary<T>) => fc.array(of, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(list(selected), all => void expect(parseSelect(printSelect(all))).toEqual(all)),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(list(grouped), all => void expect(parseGroupBy(printGroupBy(all))).toEqual(all)),
      { numRuns: 500 },
    )
    const ordered = fc.record({ of: value, descending: fc.boolean() })
    fc.assert(
      fc.property(list(ordered), all => void expect(parseOrderBy(printOrderBy(all))).toEqual(all)),
      { numRuns: 500 },
    )
  })
})

test('whatever is written is read, or refused as a wrong query', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...RESERVED,
      ...SCALARS,
      ...AGGREGATES,
      'search',
      'within_distance',
      'in_bbox',
      'polygon',
      'include',
      'nom',
    ),
    fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      ',',
      '..',
      '=',
      ':',
      '<',
      '+',
      '-',
      '*',
      '/',
      '`',
      '"',
      "'",
      '\\',
      "date'2020'",
      "geom'POINT(1 2)'",
      '12',
      '1.5',
      '"x"',
      '`a b`',
    ),
  )
  const query = fc.oneof(
    fc.array(piece, { maxLength: 14 }).map(all => all.join(' ')),
    fc.array(piece, { maxLength: 14 }).map(all => all.join('')),
    fc.string({ unit: 'binary', maxLength: 40 }),
  )
  fc.assert(
    fc.property(query, written => {
      for (const parse of [parseWhere, parseSelect, parseGroupBy, parseOrderBy])
        try {
          parse(written)
        } catch (error) {
          expect(error).toBeInstanceOf(ExploreProblem)
        }
    }),
    { numRuns: 4000 },
  )
})
