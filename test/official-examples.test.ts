import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { loadModel } from '../src/adapters/models/load.ts'
import { checkFile } from '../src/cli/check-file.ts'
import type { Report } from '../src/core/check/index.ts'

/**
 * The official schemas and examples, and real national bases, where they stand beside the repository: the verdict must be that of Validata and
 * frictionless. The same rules are proven on small rows of our own in src/core/check.
 */
const DATA = fileURLToPath(new URL('../../shared/data/', import.meta.url))
const isHere = existsSync(DATA)
if (!isHere) console.warn(`official-examples: skipped, ${DATA} is not here.`)

const schemaOf = (folder: string): string => {
  const names = readdirSync(join(DATA, 'models', folder)).filter(name => /^schema.*\.json$/.test(name))
  return join(DATA, 'models', folder, names[0]!)
}
const check = async (folder: string, file: string, model = schemaOf(folder)): Promise<Report> =>
  checkFile(join(DATA, 'models', folder, file), await loadModel(model), {}, {})

/** How many errors of each code. */
function tally({ findings }: Report): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { level, code } of findings) if (level === 'error') counts[code] = (counts[code] ?? 0) + 1
  return counts
}

describe.skipIf(!isHere)('official examples that are valid', () => {
  test.each([
    ['acceslibre-erp-base', 'base__exemple.csv', 6],
    ['acceslibre-erp-bureau-de-vote', 'bureau_de_vote__exemple.csv', 6],
    ['acceslibre-erp-etablissement-scolaire', 'etablissements_scolaires__exemple.csv', 6],
    ['acceslibre-erp-sante', 'sante__exemple.csv', 6],
    ['schema-arbre', 'exemple-valide.csv', 4],
    ['schema-arbre', 'exemple-valide.xlsx', 4],
    ['schema-fontaine-eau', 'exemple-valide.csv', 3],
    ['schema-friches', 'fichier-valide.csv', 1],
    ['schema-hautes-remunerations', 'exemple-valide.csv', 2],
    ['schema-irve-statique', 'statique__exemple-valide-statique.csv', 2],
    ['schema-irve-dynamique', 'dynamique__exemple-valide-dynamique.csv', 2],
    ['schema-passage-a-niveau', 'exemple-valide.csv', 1],
    ['schema-stationnement', 'exemple-valide.csv', 2],
    ['schema-stationnement-cyclable', 'exemple-valide.csv', 1],
    ['schema-stationstaxi', 'exemple-valide.csv', 17],
    ['schema-stationstaxi', 'exemple-valide.xlsx', 17],
    ['standard-mediation-num', 'exemple-valide.csv', 1],
    ['schema-aire-livraison', 'exemple-grand-lyon.csv', 16],
    ['subventions', 'exemples__exemple_valide.csv', 29],
    ['futurocite-aires-loisirs', 'exemple-valide.csv', 1],
    ['futurocite-defibrillateurs', 'exemple-valide.csv', 1],
    ['futurocite-emplacements-pmr', 'exemple-valide.csv', 1],
    ['futurocite-equipements-collectifs', 'exemple-valide.csv', 1],
    ['futurocite-marches', 'exemple-valide.csv', 1],
    ['futurocite-patrimoine-naturel-ou-materiel', 'exemple-valide.csv', 1],
    ['futurocite-stationnements-velos', 'exemple-valide.csv', 1],
  ])('%s/%s', async (folder, file, rows) => {
    const report = await check(folder, file)
    expect(tally(report)).toEqual({})
    expect([report.valid, report.rows, report.conformity]).toEqual([true, rows, 100])
    if (!folder.startsWith('futurocite')) expect((await check(folder, file, folder)).valid).toBe(true)
  })
})

describe.skipIf(!isHere)('official examples that are not', () => {
  test('subsidies with bad cells', async () => {
    expect(tally(await check('subventions', 'exemples__exemple_invalide_erreurs_cellules.csv'))).toEqual({
      'french-siret-value': 49,
      'type-error': 5,
      'constraint-error/pattern': 5,
      'constraint-error/maximum': 3,
      'constraint-error/enum': 1,
      'constraint-error/required': 1,
      'one-of-required': 1,
    })
  })
  test('defibrillators: the example of 2020 does not follow the schema of today', async () => {
    const report = await check('schema-dae', 'exemple_valide.csv')
    expect(tally(report)).toEqual({ 'french-siren-value': 9, 'constraint-error/unique': 2 })
    const many = Object.values(tally(await check('schema-dae', 'exemple_invalide.csv'))).reduce((sum, n) => sum + n, 0)
    expect(many).toBe(52)
  })
  test('defibrillators with a bad structure: a mandatory column is missing, three are unknown', async () => {
    const report = await check('schema-dae', 'exemple_invalide_structure.csv')
    expect(tally(report)['missing-label']).toBe(1)
    expect(report.counts['extra-label']).toBe(3)
  })
  test('car sharing: `true` is no opening hours; a date, and coordinates turned over', async () => {
    expect(tally(await check('schema-lieux-covoiturage', 'exemple-valide.csv'))).toEqual({ 'opening-hours-value': 1 })
    const report = await check('schema-lieux-covoiturage', 'exemple-invalide.csv')
    expect(tally(report)).toEqual({ 'opening-hours-value': 2, 'type-error': 1 })
    expect(report.counts['carnet/swapped-coordinates']).toBe(1)
  })
})

describe.skipIf(!isHere)('real bases', () => {
  const real = async (file: string, model: string) =>
    checkFile(join(DATA, 'real', file), await loadModel(model), {}, {})

  test('the national base of car sharing: 2,473 rows, no error, few warnings', async () => {
    const report = await real('bnlc/bnlc.csv', 'schema-lieux-covoiturage')
    expect([report.rows, report.valid, tally(report)]).toEqual([2473, true, {}])
    expect(report.counts['extra-label']).toBe(1)
  })
  test('charging points: 1,294 rows, no error, the broken hours are warned of', async () => {
    const report = await real('challengedata3/irve-consolidation-v2.0.0-20210718.csv', 'schema-irve-statique')
    expect([report.rows, report.valid, tally(report)]).toEqual([1294, true, {}])
    const broken = report.findings.filter(
      ({ code, value }) => code === 'carnet/broken-hours' && /Th 08:00-20:008/.test(value ?? ''),
    )
    expect(broken).toHaveLength(20)
  })
})
