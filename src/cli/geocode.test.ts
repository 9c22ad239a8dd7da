import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { call, testFolder } from './call-for-tests.ts'

const { path, write } = testFolder()
const addresses = write(
  'adresses.csv',
  [
    'numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat',
    '12;;Rue des Lilas;78680;78217;Épône;1.81;48.95',
    '14;;Rue des Lilas;78680;78217;Épône;1.82;48.95',
    '1;;Place du Marché;78680;78217;Épône;1.83;48.96',
  ].join('\n'),
)
const shops = write(
  'commerces.csv',
  [
    'nom;adresse;ville;note',
    'A;12 rue des lilas;EPONE;=1+1',
    'B;13 rue des Lilas;;',
    'C;1 place du Marché;Paris;',
    'D;;;',
    'E;rue Inconnue;;',
  ].join('\n'),
)
const run = (file: string, ...more: string[]) =>
  call('geocode', file, '--addresses', addresses, '--insee', '78217', ...more)

describe('carnet geocode', () => {
  it('adds to each row its point or the reason why it has none, and leaves the file as it was', async () => {
    const before = readFileSync(shops)
    const { code, out } = await run(shops, '--out', path('places.csv'))
    expect(code).toBe(0)
    expect(readFileSync(path('places.csv'), 'utf8').trim().split(/\r?\n/)).toEqual([
      'nom,adresse,ville,note,latitude,longitude,result_score,result_label,result_type,result_status',
      'A,12 rue des lilas,EPONE,=1+1,48.95,1.81,1,12 Rue des Lilas 78680 Épône,housenumber,exact',
      'B,13 rue des Lilas,,,48.95,1.81,0.8,Rue des Lilas 78680 Épône,street,"rue exacte, numéro absent"',
      'C,1 place du Marché,Paris,,,,,,,hors de la commune',
      'D,,,,,,,,,pas d’adresse',
      'E,rue Inconnue,,,,,,,,introuvable',
    ])
    expect(out).toContain('exactes : 1')
    expect(out).toContain('hors de la commune, refusées : 1')
    expect(readFileSync(shops)).toEqual(before)
  })

  it('run again on its own result, changes nothing that was placed', async () => {
    await run(shops, '--out', path('once.csv'))
    await run(path('once.csv'), '--out', path('twice.csv'))
    expect(readFileSync(path('twice.csv'), 'utf8')).toBe(readFileSync(path('once.csv'), 'utf8'))
  })

  it('keeps the points of the file', async () => {
    const placed = write(
      'points.csv',
      'adresse,latitude,longitude\n12 rue des Lilas,1,2\n12 rue des Lilas,1,\n12 rue des Lilas,,\n',
    )
    await run(placed, '--out', path('kept.csv'))
    const rows = readFileSync(path('kept.csv'), 'utf8').trim().split(/\r?\n/).slice(1)
    expect(rows.map(row => row.split(',').slice(1, 3))).toEqual([
      ['1', '2'],
      ['1', ''],
      ['48.95', '1.81'],
    ])
  })

  it('takes the columns that are named', async () => {
    const odd = write('odd.csv', 'lieu,rue\nA,12 rue des Lilas\n')
    expect((await run(odd, '--column', 'rue', '--out', path('odd-out.csv'))).code).toBe(0)
    expect(readFileSync(path('odd-out.csv'), 'utf8')).toContain('48.95,1.81')
  })

  it.each([
    ['no address column', 'nom,activité\na,b\n', [], /Je ne trouve pas de colonne d’adresse.*« nom », « activité »/],
    [
      'two address columns',
      'adresse siège,adresse magasin\na,b\n',
      [],
      /Plusieurs colonnes.*« adresse siège », « adresse magasin »/,
    ],
    ['a column that is not there', 'nom,adresse\na,b\n', ['--column', 'lieu'], /Je ne trouve pas la colonne « lieu »/],
  ])('asks when there is %s, and writes nothing', async (name, content, more, sentence) => {
    const { code, err } = await run(write(`${name}.csv`, content), '--out', path('nothing.csv'), ...more)
    expect([code, err]).toEqual([2, expect.stringMatching(sentence)])
    expect(() => readFileSync(path('nothing.csv'))).toThrow()
  })

  it('never writes over its sources', async () => {
    for (const source of [shops, addresses]) {
      const before = readFileSync(source)
      expect((await run(shops, '--out', source)).code).toBe(2)
      expect(readFileSync(source)).toEqual(before)
    }
  })
})
