import { expect, test } from 'vitest'
import { tableFromRows } from '../table/table.ts'
import { applyAnswers } from './apply/apply-answers.ts'
import { lookForPersons } from './look.ts'

/** Kinds found, by column: « Nom: person-name ». */
const found = (titles: string[], ...rows: string[][]): string[] =>
  lookForPersons({ table: tableFromRows(titles, rows) }).map(({ column, kind, rows: at }) => `${column}: ${kind} ${at}`)

test('a coordinate with many figures is no social-security number', () =>
  expect(found(['id', 'lon'], ['a', '1.346268143159848'], ['b', '48.1799018316766'])).toEqual([]))

test('a social-security number is told by its key, in any grouping', () =>
  expect(found(['Dossier'], ['2 60 12 78 440 051 31'], ['260127844005131'], ['260127844005132'])).toEqual([
    'Dossier: social-security-number 0,1',
  ]))

test('a column of long numbers where one has the right key by chance numbers something else', () =>
  expect(
    found(
      ['lot'],
      ['260127844005131'],
      ['260127844005132'],
      ['260127844005133'],
      ['260127844005134'],
      ['260127844005135'],
    ),
  ).toEqual([]))

test('a mail is somebody’s by its initial, its first name or the name on its row; a role or a brand is nobody', () => {
  const mails = ['l.hervieu@bl.example', 'zoe.xyz@bl.example', 'contact@bl.example', 'accueil.mairie@ville.example']
  expect(found(['mail'], ...mails.map(mail => [mail]))).toEqual(['mail: mail 0,1'])
  expect(found(['enseigne', 'mail'], ['Yves Rocher', 'yvesrocher.epone@orange.fr'])).toEqual([])
})

test.each([
  '06.12.34.56.78',
  '0033 6 12 34 56 78',
  '+33 (0)6 12 34 56 78',
  '06 12 345 678',
  '06,12,34,56,78',
  '06_12_34_56_78',
  'O6 12 34 56 78',
  '06 12 34 56 78 (le soir)',
  '0612345678',
  '612345678',
])('the mobile « %s » is found', phone => expect(found(['Portable'], [phone])).toEqual(['Portable: phone 0']))

test('a landline is private on the row of somebody, and not on that of a firm', () => {
  const rows = [
    ['Jean Dupont', '01 30 95 12 13', '4 rue Haute'],
    ['Marie Durand', '01 30 95 12 14', '5 rue Haute'],
    ['ENEDIS', '01 30 95 12 15', '6 rue Haute'],
  ]
  expect(found(['Demandeur', 'Téléphone', 'Adresse'], ...rows)).toEqual([
    'Demandeur: person-name 0,1',
    'Téléphone: phone 0,1',
    'Adresse: private-address 0,1',
  ])
  expect(found(['Équipement', 'Téléphone', 'Adresse'], ['Gymnase', '01 30 95 12 13', '4 rue Haute'])).toEqual([])
})

test('the president of a polling station does not live there', () =>
  expect(
    found(
      ['bureau', 'adresse', 'president'],
      ['1', '1 place Foch', 'Jean Dupont'],
      ['2', '2 rue Foch', 'Marie Durand'],
    ),
  ).toEqual(['president: person-name 0,1']))

test('first names beside family names are people whatever the headers are', () =>
  expect(
    found(['A', 'B'], ['DUPONT', 'Jean'], ['GARNIER', 'Chantal'], ['LE GOFF', 'Annick'], ['LEROY', 'Nathalie']),
  ).toEqual(['A: person-name 0,1,2,3', 'B: person-name 0,1,2,3']))

test('somebody spoken of in a sentence is found, and the author of a work is not', () => {
  expect(found(['Suite'], ['Rendu à Mme Hamdi le 6 janvier'], ['Détruite'])).toEqual(['Suite: free-text 0'])
  expect(found(['Objet'], ['Spectacle de la chorégraphe Odile Martin'], ['Éclairage de la rue Jean Dupont'])).toEqual(
    [],
  )
})

test('places, dishes, authors and exhibitions are nobody', () => {
  expect(found(['nom', 'lat', 'lon'], ['Jean Moulin', '48.9', '1.8'], ['Henri Duval', '48.8', '1.7'])).toEqual([])
  expect(found(['entree', 'dessert'], ['Carottes', 'Poire Belle Hélène'])).toEqual([])
  expect(found(['titre', 'auteur'], ['Dune', 'Frank Herbert'], ['Maigret', 'Georges Simenon'])).toEqual([])
})

test('trees are planted, not born; a shape on the map telephones to nobody', () => {
  expect(
    found(
      ['essence', 'genre', 'date_plantation', 'allergie'],
      ['Pin sylvestre', 'Pinus', '2018-05-12', '3'],
      ['Tilleul', 'Tilia', '1970-04-20', '2'],
    ),
  ).toEqual([])
  expect(found(['description'], ['POLYGON(4.855154 45.769666, 4.855176 45.769668)'])).toEqual([])
})

test('a coordinate, and a date with its hour, are no phone', () =>
  expect(found(['Tel', 'x'], ['06/07/2024 10:30', '0.698679814'], ['07/08/2024 11:45', '0.660468415'])).toEqual([]))

test('numbers are people’s when each row names somebody and has her own; a standard that comes again is the town hall’s', () => {
  const names = ['Nolwenn Berthou', 'Alain Guéguen', 'Sandra Petit', 'Wanda Garnier']
  const own = names.map((name, at) => [name, 'Accueil', `01 30 95 12 1${at}`])
  const shared = names.map(name => [name, 'Accueil', '01 30 95 12 10'])
  expect(found(['Agent', 'Service', 'Téléphone'], ...own)).toEqual([
    'Agent: person-name 0,1,2,3',
    'Téléphone: phone 0,1,2,3',
  ])
  expect(found(['Agent', 'Service', 'Téléphone'], ...shared)).toEqual(['Agent: person-name 0,1,2,3'])
})

test('childminders are people among places, halls named after people are not', () => {
  const titles = ['nom', 'adresse', 'capacité']
  const childminders = [
    ['ALLAIN Véronique', '7 rue des Bruyères', '4'],
    ['Mme Dieng', '2 place du Marché', '4'],
    ['CHARPENTIER Ghislaine', 'Kergoat', '2'],
  ]
  const halls = [
    ['Salle Yves Martin', '7 rue Haute', '40'],
    ['Robert Martin', '2 place Foch', '80'],
    ['Ambroise Garnier', '3 rue Basse', '60'],
  ]
  expect(found(titles, ...childminders)).toEqual(['nom: person-name 0,1,2', 'adresse: private-address 0,1,2'])
  expect(found(titles, ...halls)).toEqual([])
})

test('an address column says by itself who lives there', () =>
  expect(
    found(
      ['Association', 'Adresse'],
      ['Tennis club', 'CHEZ MME FABRE, 5 RUE DES ÉCOLES'],
      ['Judo club', '3 rue Haute'],
    ),
  ).toContain('Adresse: private-address 0'))

test('a legal form makes a person of the name on its row; a trade beside a full name too', () => {
  const rows = [
    ['HAMIDOUCHE K.', 'auto-entr.'],
    ['Le Fournil SAS', 'SAS'],
  ]
  expect(found(['Commerçant', 'Forme'], ...rows)).toEqual(['Commerçant: sole-trader 0', 'Forme: sole-trader 0'])
  const signs = [['Sophie Lemaire couture'], ['Boulangerie Martin'], ['Franck Provost']]
  expect(found(['Enseigne'], ...signs)).toEqual(['Enseigne: sole-trader 0'])
})

test('facts of somebody’s life are found in a sentence, a town’s subjects are not', () => {
  const about = (text: string) => found(['Observations'], [text])
  expect(about('le propriétaire, dépressif, ne sort plus de chez lui')).toEqual(['Observations: free-text 0'])
  expect(about('le fils Delattre roule en moto sans casque')).toEqual(['Observations: free-text 0'])
  expect(about('accueil des personnes en situation de handicap le mardi')).toEqual([])
})

test('Father Christmas, operators and functions are nobody', () => {
  expect(found(['description'], ['arrivée du père Noël à 15 h, chocolat chaud offert'])).toEqual([])
  const parkings = [
    ['Effia Stationnement', '1 rue Haute'],
    ['Indigo Park', '2 rue Haute'],
  ]
  expect(found(['exploitant', 'adresse'], ...parkings)).toEqual([])
  expect(found(['Référent'], ['Police municipale'], ['Gardien'], ['Service voirie'])).toEqual([])
})

test('what is found is erased: landlines, facts of a life; and done twice it is done once', () => {
  const table = tableFromRows(
    ['Agent', 'Service', 'Téléphone', 'Observations'],
    ['Nolwenn Berthou', 'Alain Guéguen', 'Sandra Petit'].map((name, at) => [
      name,
      'Accueil',
      `01 30 95 12 1${at}`,
      at === 0 ? 'porte un pacemaker depuis mars' : '',
    ]),
  )
  const findings = lookForPersons({ table })
  const answers = { 'phone:Téléphone': 'generalise', 'free-text:Observations': 'generalise' } as const
  const once = applyAnswers(table, findings, answers, 'salt').table
  expect(once.columns.map(({ cells }) => cells).slice(2)).toEqual([
    ['', '', ''],
    ['porte un […] depuis mars', '', ''],
  ])
  expect(applyAnswers(once, findings, answers, 'salt').table).toEqual(once)
})
