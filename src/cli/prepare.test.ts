import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { call, testFolder } from './call-for-tests.ts'

const folder = testFolder()
const MESSY = [
  'LISTE DES COMMERCES 2026;;;',
  ';;;',
  'Enseigne;Adresse;Tél.;Date de mise à jour',
  'Boulangerie du Test;3 rue Haute;01 99 00 12 34;17/10/2025',
  'Café d’Exemple;5 rue Haute;01.99.00.12.35;31/02/2025',
  'TOTAL;2;;',
  '',
].join('\n')
const list = folder.write('commerces.csv', MESSY)
const read = (...path: string[]) => readFileSync(folder.path(join(...path)), 'utf8')
const prepare = (out: string, ...more: string[]) =>
  call('prepare', list, '--model', 'commerces', '--insee', '78217', '--out', folder.path(out), ...more)

describe('carnet prepare', () => {
  test('writes the table, the recipe, the report and the questions; the source keeps every byte', async () => {
    const { code, err } = await prepare('un')
    expect(err).toBe('')
    expect(code).toBe(1)
    expect(readdirSync(folder.path('un')).sort()).toEqual(['questions.csv', 'recipe.json', 'report.json', 'table.csv'])
    expect(read('commerces.csv')).toBe(MESSY)
    const [header, first] = read('un', 'table.csv').split('\r\n')
    expect(header).toMatch(/^id,nom,/)
    expect(first).toContain('78217-COM-001,Boulangerie du Test,')
    expect(first).toContain('+33199001234')
    expect(first).toContain('2025-10-17')
  })

  test('the day that does not exist is a question with its line in the file received', () => {
    expect(read('un', 'questions.csv')).toMatch(/commerces\.csv,,5,date_maj,31\/02\/2025,/)
  })

  test('the recipe replays to the same bytes', async () => {
    await prepare('deux', '--recipe', folder.path('un/recipe.json'))
    expect(read('deux', 'table.csv')).toBe(read('un', 'table.csv'))
    expect(read('deux', 'recipe.json')).toBe(read('un', 'recipe.json'))
  })

  test('the report is the one that `check` gives of table.csv', async () => {
    const { out } = await call(
      'check',
      folder.path('un/table.csv'),
      '--model',
      'commerces',
      '--insee',
      '78217',
      '--json',
    )
    expect(JSON.parse(out).findings).toEqual(JSON.parse(read('un', 'report.json')).findings)
  })

  test('next year: the correction made by hand finds its row, the identifiers stay', async () => {
    const recipe = JSON.parse(read('un', 'recipe.json'))
    const step = {
      type: 'correct-cell',
      row: { key: { id: '78217-COM-002' } },
      column: 'date_maj',
      was: '31/02/2025',
      to: '2025-02-28',
    }
    recipe.steps.push({ id: 'main', step, reason: 'Corrigé à la main.' })
    folder.write('recette.json', JSON.stringify(recipe))
    const lines = MESSY.split('\n')
    const later = folder.write(
      'commerces-2027.csv',
      [...lines.slice(0, 3), 'Fleurs Nouvelles;1 place Neuve;;01/02/2026', lines[4], lines[3], ''].join('\n'),
    )
    await call(
      'prepare',
      later,
      ...['--model', 'commerces', '--insee', '78217', '--earlier', folder.path('recette.json')],
      ...['--out', folder.path('trois')],
    )
    const rows = read('trois', 'table.csv').split('\r\n')
    expect(rows[1]).toMatch(/^78217-COM-003,Fleurs Nouvelles,/)
    expect(rows[2]).toMatch(/^78217-COM-002,Café d’Exemple,.*2025-02-28/)
    expect(rows[3]).toMatch(/^78217-COM-001,Boulangerie du Test,/)
  })

  test.each([
    ['a file that is not there', ['prepare', 'absent.csv', '--model', 'commerces', '--out', 'x'], 'Je ne trouve pas'],
    ['no model', ['prepare', list, '--out', 'x'], 'Il manque --model'],
    ['an unknown model', ['prepare', list, '--model', 'inconnu', '--out', 'x'], 'Je ne connais pas le modèle'],
    ['an INSEE code of nobody', ['prepare', list, '--model', 'commerces', '--insee', '99999', '--out', 'x'], '99999'],
    ['a recipe that is a table', ['prepare', list, '--model', 'commerces', '--recipe', list, '--out', 'x'], 'recette'],
  ])('%s: one sentence, exit code 2, nothing written', async (_, args, words) => {
    const out = folder.path('rien')
    const { code, err } = await call(...args.map(arg => (arg === 'x' ? out : arg)))
    expect(code).toBe(2)
    expect(err).toContain(words)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(existsSync(out)).toBe(false)
  })

  test('a file that is not a recipe, a SIRET without its town: one sentence', async () => {
    const own = folder.write('liste.csv', MESSY)
    const asked = ['prepare', own, '--model', 'commerces', '--out', folder.path('refusé')]
    const recipe = await call(...asked, '--recipe', own)
    expect(recipe.code).toBe(2)
    expect(recipe.err).toMatch(/^Ce fichier de recette n’est pas du JSON ; .*\.\n$/)
    const siret = await call(...asked, '--siret', '21780217200015')
    expect(siret.code).toBe(2)
    expect(siret.err).toMatch(/^J'ai lu --siret « 21780217200015 » sans --insee ; .*\.\n$/)
  })

  test('titles without any row are told, nothing is written', async () => {
    const empty = folder.write('vide.csv', 'nom;adresse;telephone\n')
    const { code, err } = await call('prepare', empty, '--model', 'commerces', '--out', folder.path('vide'))
    expect(code).toBe(2)
    expect(err).toMatch(/aucune ligne de données dans « vide.csv », seulement des titres : « nom »/)
    expect(existsSync(folder.path('vide'))).toBe(false)
  })

  test('a source named like a result is never overwritten', async () => {
    const own = folder.write('table.csv', MESSY)
    const { code, err } = await call('prepare', own, '--model', 'commerces', '--out', folder.path('.'))
    expect(code).toBe(2)
    expect(err).toContain('je ne l’écrase pas'.replace('’', "'"))
    expect(read('table.csv')).toBe(MESSY)
  })
})
