import { describe, expect, it, test } from 'vitest'
import { describeHands, describeStep } from './describe.ts'
import { field, modelOf } from './model-for-tests.ts'
import type { Step } from './step.ts'

const model = modelOf([
  field('code_insee', { title: 'Code INSEE' }),
  field('nom_rue', { title: 'Rue' }),
  field('lat', { title: 'Latitude' }),
  field('lon', { title: 'Longitude' }),
])
const row = { key: { nom: 'Chêne', rue: '3 rue Haute' } }
const hash = 'a'.repeat(64)

/** One or several examples of every type: the compiler counts them. */
const EXAMPLES: { readonly [Type in Step['type']]: readonly [Omit<Extract<Step, { type: Type }>, 'type'>, string][] } =
  {
    'select-table': [
      [{}, 'Part du tableau'],
      [{ sheet: '2024', source: 'arbres.xlsx' }, 'Part de la feuille « 2024 » du fichier « arbres.xlsx »'],
      [{ source: hash }, 'Part du tableau'],
    ],
    map: [
      [{ columns: [{ from: 'INSEE', to: 'code_insee' }] }, 'Donne à une colonne le nom du modèle'],
      [{ columns: [{ from: 'lat', to: 'lat' }] }, 'Les colonnes ont déjà les noms du modèle'],
      [
        {
          columns: [
            { from: 'INSEE', to: 'code_insee' },
            { from: 'Rue', to: 'nom_rue' },
          ],
        },
        'Donne à 2 colonnes les noms du modèle',
      ],
    ],
    rename: [[{ from: 'INSEE', to: 'code_insee' }, 'Appelle « Code INSEE » la colonne « INSEE »']],
    split: [
      [
        { column: 'lieu', separator: ',', into: ['lat', 'lon'] },
        'Coupe la colonne « lieu » à chaque virgule, en « Latitude » et « Longitude »',
      ],
      [{ column: 'lieu', separator: '/', into: ['a'] }, 'Coupe la colonne « lieu » à chaque « / », en « a »'],
    ],
    'split-address': [
      [
        { column: 'adresse', number: 'numero', street: 'nom_rue', town: 'ville' },
        'Sépare les adresses de la colonne « adresse » en « numero », « Rue » et « ville »',
      ],
    ],
    join: [
      [{ columns: ['a', 'nom_rue'], separator: ' ', into: 'b' }, 'Réunit les colonnes « a » et « Rue » dans « b »'],
    ],
    drop: [
      [{ columns: ['a'] }, 'Retire la colonne « a »'],
      [{ columns: ['a', 'b', 'c', 'd', 'e'] }, 'Retire les colonnes « a », « b » et 3 autres'],
    ],
    arrange: [[{ columns: ['lat'] }, 'Met les colonnes dans l’ordre voulu, et ajoute vides celles qui manquent']],
    'add-constant': [
      [{ column: 'code_insee', value: '78217' }, 'Écrit la même valeur « 78217 » dans la colonne « Code INSEE »'],
      [{ column: 'code_insee', value: '' }, 'Ajoute la colonne « Code INSEE », vide'],
    ],
    fill: [[{ column: 'lat', value: '0' }, 'Écrit « 0 » dans les cases vides de la colonne « Latitude »']],
    'fill-down': [
      [{ column: 'nom_rue' }, 'Recopie chaque valeur de la colonne « Rue » dans les cases vides en dessous'],
    ],
    ditto: [[{ column: 'nom_rue' }, 'Remplace « idem » par la valeur de la ligne du dessus, dans la colonne « Rue »']],
    normalise: [
      [{ column: 'pose', kind: 'date' }, 'Met les dates au format 2021-03-05, dans la colonne « pose »'],
      [
        { column: 'pose', kind: 'date', options: { format: '%d/%m/%Y' } },
        'Met les dates au format que le modèle attend, dans la colonne « pose »',
      ],
      [
        { column: 'code_insee', kind: 'insee' },
        'Écrit les codes INSEE avec leurs 5 caractères, dans la colonne « Code INSEE »',
      ],
    ],
    'convert-unit': [
      [{ column: 'h', from: 'm', to: 'cm' }, 'Convertit les nombres de la colonne « h » de « m » en « cm »'],
    ],
    'replace-values': [
      [{ column: 'lat', values: [] }, 'Ne remplace rien dans la colonne « Latitude »'],
      [{ column: 'v', values: [{ from: 'oui', to: 'true' }] }, 'Remplace « oui » par « true » dans la colonne « v »'],
      [
        {
          column: 'v',
          values: [
            { from: '?', to: '' },
            { from: 'oui', to: 'true' },
            { from: 'non', to: 'false' },
          ],
        },
        'Efface « ? » dans la colonne « v » (et 2 autres valeurs)',
      ],
    ],
    cluster: [
      [
        { column: 'v', groups: [{ to: 'Boulevard Renoir', from: ['Bld Renoir'] }] },
        'Écrit d’une seule façon les valeurs qui veulent dire la même chose, dans la colonne « v » : « Boulevard Renoir »',
      ],
    ],
    filter: [
      [
        { column: 'v', keep: { type: 'in', values: ['commerce', ''] } },
        'Ne garde que les lignes où la colonne « v » dit « commerce » ou vide',
      ],
      [
        { column: 'v', keep: { type: 'not-in', values: ['total'] } },
        'Ne garde que les lignes où la colonne « v » dit autre chose que « total »',
      ],
      [{ column: 'v', keep: { type: 'not-empty' } }, 'Ne garde que les lignes où la colonne « v » est remplie'],
    ],
    deduplicate: [
      [
        { columns: ['a', 'b'] },
        'Ne garde qu’une ligne quand plusieurs disent la même chose dans les colonnes « a » et « b »',
      ],
    ],
    'generate-ids': [
      [
        { column: 'id', pattern: '{number}' },
        'Donne un identifiant aux lignes qui n’en ont pas, dans la colonne « id »',
      ],
    ],
    geocode: [
      [
        { address: ['nom_rue'], into: 'lat-lon', columns: ['lat', 'lon'], addresses: 'ban' },
        'Cherche la position des lieux d’après leur adresse, et l’écrit dans les colonnes « Latitude » et « Longitude »',
      ],
    ],
    hours: [
      [{ column: 'h', into: 'h' }, 'Met les horaires de la colonne « h » sous la forme attendue'],
      [{ column: 'h', into: 'osm' }, 'Met les horaires de la colonne « h » sous la forme attendue, dans « osm »'],
    ],
    'split-lonlat': [
      [
        { column: 'xy', longitude: 'lon', latitude: 'lat' },
        'Sépare la position de la colonne « xy » en « Latitude » et « Longitude »',
      ],
    ],
    'join-lonlat': [
      [
        { longitude: 'lon', latitude: 'lat', into: 'xy', format: 'array' },
        'Réunit les colonnes « Latitude » et « Longitude » dans « xy »',
      ],
    ],
    reproject: [
      [
        { x: 'X', y: 'Y', crs: 'EPSG:2154', longitude: 'lon', latitude: 'lat' },
        'Convertit les positions en mètres des colonnes « X » et « Y » en latitude et longitude',
      ],
    ],
    'swap-lonlat': [
      [
        { longitude: 'lon', latitude: 'lat' },
        'Remet à leur place les latitudes et les longitudes qui étaient inversées',
      ],
    ],
    merge: [
      [
        { source: hash, key: 'auto', prefer: 'left', keep: 'left' },
        'Complète les lignes avec celles d’un autre tableau',
      ],
      [
        { source: 'b.csv', key: 'auto', prefer: 'left', keep: 'both' },
        'Complète les lignes avec celles du fichier « b.csv », et ajoute les nouvelles',
      ],
    ],
    append: [[{ source: '', sheet: 'Services' }, 'Ajoute en dessous les lignes de la feuille « Services »']],
    'pivot-long': [
      [
        { columns: ['2020', '2021'], names: 'année', values: 'nombre' },
        'Fait une ligne de chacune des colonnes « 2020 » et « 2021 »',
      ],
    ],
    'correct-cell': [
      [
        { row, column: 'lat', was: '', to: '48.9' },
        'Corrigé à la main : « Chêne, 3 rue Haute », colonne « Latitude », vide devient « 48.9 »',
      ],
    ],
    'by-hand': [
      [{ corrections: [], deleted: [], added: [] }, 'À la main : rien pour l’instant'],
      [
        { corrections: [{ row, column: 'a', was: '', to: 'b' }], deleted: [row, row], added: [] },
        'À la main : 1 case corrigée, 2 lignes retirées',
      ],
    ],
    'delete-row': [[{ row }, 'Ligne retirée à la main : « Chêne, 3 rue Haute »']],
    'restore-row': [[{ row: { key: { '#': 'ab' } } }, 'Ligne remise à la main : une ligne sans nom']],
  }

describe('a step in one sentence', () => {
  const all = Object.entries(EXAMPLES).flatMap(([type, examples]) =>
    examples.map(([step, sentence]) => [{ type, ...step } as Step, sentence] as const),
  )
  test.each(all)('%j', (step, sentence) => {
    expect(describeStep(step, model)).toBe(sentence)
  })

  it('names columns as the file does without a model', () => {
    expect(describeStep({ type: 'fill-down', column: 'nom_rue' })).toContain('« nom_rue »')
  })
})

it('counts what hands did', () => {
  const some = (length: number) => ({ length })
  expect(describeHands({ corrections: some(1200), deleted: some(0), added: some(1) })).toBe(
    'À la main : 1\u202f200 cases corrigées, 1 ligne ajoutée',
  )
})
