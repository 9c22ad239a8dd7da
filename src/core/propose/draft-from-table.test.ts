import { describe, expect, test } from 'vitest'
import { modelFiles } from '../models/draft.ts'
import { parseModel } from '../models/parse-model.ts'
import { tableFromRows } from '../table/table.ts'
import { draftFromTable } from './draft-from-table.ts'

const typeOf = (name: string, ...values: string[]) =>
  draftFromTable(
    tableFromRows(
      [name],
      values.map(value => [value]),
    ),
    'Essai',
  ).fields[0]?.type

describe('the type of a column', () => {
  test.each([
    ['Mail', ['a@b.fr', 'c@d.fr'], 'email'],
    ['Contact', ['01 30 95 00 00', '06 12 34 56 78'], 'phone'],
    ['Lien', ['https://a.fr', 'www.b.fr'], 'url'],
    ['Ouvert le', ['12/03/2020', '25/12/2021'], 'date'],
    ['Éclairé', ['oui', 'non', 'Oui'], 'yes-no'],
    ['Quantité', ['3', '12', '400'], 'integer'],
    ['Surface', ['3,5', '12', '400,25'], 'decimal'],
    ['Jours', ['Du lundi au vendredi de 9h à 12h', 'Samedi 9h-18h'], 'hours'],
    ['Point', ['48.9553, 1.8217', '48.9560, 1.8220'], 'position'],
    ['CP', ['78680', '78970'], 'postcode'],
    ['Code INSEE', ['78217', '78217'], 'insee'],
    ['Chapitre', ['011', '012', '65'], 'text'],
    ['Adresse du lieu', ['3 rue Haute'], 'address'],
    ['NOM DU LAVOIR', ['Lavoir du Bas', 'Lavoir du Haut'], 'name'],
    ['Remarques', ['Fuit beaucoup', 'À refaire', 'Toit neuf'], 'text'],
    ['Latitude', ['48.95', '48.96'], 'latitude'],
  ])('%s', (name, values, type) => expect(typeOf(name, ...values)).toBe(type))

  test('a name that says one thing and values that say another: the values win', () => {
    expect(typeOf('Téléphone', 'accueil', 'voir le gardien', 'aucun')).toBe('text')
  })
  test('an empty column is what its name says, else text', () => {
    expect(typeOf('SIRET', '', '')).toBe('siret')
    expect(typeOf('Divers', '', '')).toBe('text')
  })
  test('few values met several times are a list, with its values', () => {
    const cells = ['bon', 'moyen', 'bon', 'mauvais', 'bon', 'moyen', 'mauvais', 'bon', 'bon']
    const [field] = draftFromTable(
      tableFromRows(
        ['État'],
        cells.map(cell => [cell]),
      ),
      '',
    ).fields
    expect(field).toMatchObject({ type: 'choice', choices: ['bon', 'moyen', 'mauvais'], example: 'bon' })
  })
})

test('titles, names, mandatory columns, examples', () => {
  const table = tableFromRows(
    ['NOM DE L’ESPACE', 'Nb places', '', 'Nb places', 'Courriel'],
    [
      ['Square', '3', 'x', '', 'jean.dupont@mairie.fr'],
      ['Parc', '', 'y', '', ''],
    ],
  )
  const { title, fields } = draftFromTable(table, 'Espaces verts')
  expect(title).toBe('Espaces verts')
  expect(fields.map(field => field.name)).toEqual([
    'nom_de_l_espace',
    'nb_places',
    'colonne_3',
    'nb_places_2',
    'courriel',
  ])
  expect(fields.map(field => field.title)).toEqual([
    'Nom de l’espace',
    'Nb places',
    'Colonne 3',
    'Nb places',
    'Courriel',
  ])
  expect(fields.map(field => field.required)).toEqual([true, false, true, false, false])
  expect(fields[0]).toMatchObject({ example: 'Square', synonyms: ['NOM DE L’ESPACE'] })
  expect(fields[4]!.example, 'never somebody’s address').toBe('accueil@exemple.fr')
})

test('the model that it gives takes the sheet that it comes from', () => {
  const table = tableFromRows(
    ['Nom', 'Places', 'Ouvert'],
    [
      ['A', '3', 'oui'],
      ['B', '4', 'non'],
    ],
  )
  const { schema, extra } = modelFiles(draftFromTable(table, 'Parkings'))
  const model = parseModel(schema, extra, 'parkings')
  expect(model.remarks).toEqual([])
  expect(model.fields.map(({ type }) => type)).toEqual(['string', 'integer', 'boolean'])
})

test('a sheet of titles alone gives its columns, none mandatory', () => {
  const { fields } = draftFromTable(tableFromRows(['Nom', 'Date de pose'], []), 'Bancs')
  expect(fields.map(({ type, required }) => [type, required])).toEqual([
    ['name', false],
    ['date', false],
  ])
})
