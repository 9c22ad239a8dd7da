import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseModel } from '../models/parse-model.ts'
import { replay } from '../recipe/replay.ts'
import { sourceOf } from '../recipe/sources.ts'
import { type Table, tableFromRows } from '../table/table.ts'
import { VALUE_CHECKS } from './custom/value-checks.ts'
import type { Finding } from './finding.ts'
import { groupFindings, groupFixes } from './group.ts'
import { ACROSS_ROWS, checkTable } from './index.ts'
import { problemTitle } from './titles.ts'

const model = parseModel({
  name: 'essai',
  fields: [
    { name: 'date', type: 'date' },
    { name: 'nombre', type: 'integer' },
    { name: 'choix', constraints: { enum: ['OUI', 'NON', 'Peut-être'] } },
    { name: 'code_insee', constraints: { pattern: '^([013-9]\\d|2[AB1-9])\\d{3}$' } },
    { name: 'texte', constraints: { required: true } },
    { name: 'longitude', type: 'number' },
    { name: 'latitude', type: 'number' },
  ],
})
const header = model.fields.map(({ name }) => name)
const check = (table: Table): readonly Finding[] => checkTable(table, model, { maxOfOneKind: 1e9 }).findings
const apply = (table: Table, steps: ReturnType<typeof groupFixes>): Table =>
  replay(
    { version: 1, model: model.id, steps: steps.map((step, n) => ({ id: `f${n}`, step, reason: '' })) },
    sourceOf(table),
    { model },
  ).table

describe('problems by kind', () => {
  const table = tableFromRows(header, [
    ['17/10/2021', '1 250', 'oui', '78217', 'a', '', ''],
    ['31/02/2021', '12', 'oui', '78217', 'Ã©cole', '', ''],
    ['17/10/2021', '12', 'NON', '78217', '', '48.95', '1.81'],
    ['18/10/2021', '12', 'NON', '78217', 'c', '', ''],
  ])
  const groups = groupFindings(check(table), model)

  it('come with a plain name, what blocks and what is frequent first, and how many can be corrected', () => {
    expect(groups.map(({ level, title, column, count, fixable }) => [level, title, column, count, fixable])).toEqual([
      ['error', 'Dates mal écrites', 'date', 4, 3],
      ['error', 'Valeurs hors de la liste', 'choix', 2, 2],
      ['error', 'Nombres entiers mal écrits', 'nombre', 1, 1],
      ['error', 'Cases obligatoires vides', 'texte', 1, 0],
      ['warning', 'Accents abîmés', 'texte', 1, 1],
      ['warning', 'Latitude et longitude inversées', 'latitude', 1, 1],
    ])
    expect(groups.map(({ id }) => id)).toContain('error type-error date')
  })

  it('are corrected all at once by one step, each writing once', () => {
    expect(groupFixes(groups[0]!)).toEqual([
      {
        type: 'replace-values',
        column: 'date',
        values: [
          { from: '17/10/2021', to: '2021-10-17' },
          { from: '18/10/2021', to: '2021-10-18' },
        ],
      },
    ])
    expect(groupFixes(groups[3]!)).toEqual([])
    const left = check(apply(table, groups.flatMap(groupFixes)))
    expect(left.map(({ code, row }) => [code, row])).toEqual([
      ['type-error', 3],
      ['constraint-error/required', 4],
    ])
  })

  it('about the columns themselves have their group too', () => {
    const [missing] = groupFindings(check(tableFromRows(['Texte'], [['a']])), model)
    expect(missing).toMatchObject({ level: 'error', title: 'Colonne qui manque', column: 'texte', fixable: 1 })
    expect(groupFixes(missing!)).toEqual([{ type: 'rename', from: 'Texte', to: 'texte' }])
  })

  it('in metres of two projections are corrected one projection at a time', () => {
    const found = (crs: string, row: number): Finding => ({
      level: 'warning',
      code: 'carnet/projected-coordinates',
      row,
      column: 'y',
      value: '',
      message: '',
      fix: { type: 'reproject', x: 'x', y: 'y', crs, longitude: 'x', latitude: 'y' },
    })
    const [group] = groupFindings([found('EPSG:2154', 2), found('EPSG:27572', 3), found('EPSG:27572', 4)])
    expect([group!.count, group!.fixable]).toEqual([3, 2])
    expect(groupFixes(group!)).toMatchObject([{ crs: 'EPSG:27572' }])
  })
})

it('names in plain words what one cell breaks, and what rows break together', () => {
  for (const code of [...VALUE_CHECKS, ...ACROSS_ROWS]) expect(problemTitle(code)).not.toBe(problemTitle('inconnu'))
  expect(problemTitle('type-error')).toBe(problemTitle('inconnu'))
  expect(problemTitle('type-error', 'date')).toBe('Dates mal écrites')
})

describe('properties', () => {
  const cell = fc.constantFrom(
    ...[
      '',
      ' ',
      '17/10/2021',
      '2021-10-17',
      '31/02/2021',
      '1 250',
      '12,5',
      ' 12',
      '12',
      'oui',
      'OUI',
      ' OUI',
      'peut-etre',
    ],
    ...['1004', '01004', 'Ã©cole', 'école', '48.95', '1.81', '48,95', '637000', '6862000', '=A1+2', '0'],
  )
  const table = fc
    .array(fc.array(cell, { minLength: header.length, maxLength: header.length }), { maxLength: 8 })
    .map(rows => tableFromRows(header, rows))

  it('what a group corrects is no longer found, and nothing else breaks in these cells', () => {
    const place = ({ code, row, column }: Finding) => `${code} ${row} ${column}`
    const errorsAt = (findings: readonly Finding[]) =>
      new Set(findings.filter(({ level }) => level === 'error').map(({ row, column }) => `${row} ${column}`))
    fc.assert(
      fc.property(table, one => {
        const before = check(one)
        for (const group of groupFindings(before, model)) {
          expect(group.fixable).toBe(group.findings.filter(({ fix }) => fix).length)
          const after = check(apply(one, groupFixes(group)))
          const left = new Set(after.map(place))
          for (const finding of group.findings) if (finding.fix) expect(left.has(place(finding))).toBe(false)
          const broken = errorsAt(before)
          for (const at of errorsAt(after)) expect(broken.has(at)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('every finding is in one group', () => {
    fc.assert(
      fc.property(table, one => {
        const findings = check(one)
        const groups = groupFindings(findings, model)
        expect(groups.flatMap(group => group.findings)).toHaveLength(findings.length)
        expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length)
      }),
    )
  })
})
