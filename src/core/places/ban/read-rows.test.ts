import { expect, it } from 'vitest'
import { banReader } from './read-rows.ts'

const LEGACY =
  'id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld'.split(
    ';',
  )

it('reads the csv of the Base Adresse Nationale', () => {
  const read = banReader(LEGACY)
  expect(
    read(
      'a;b;12;bis;Rue des Lilas;01100;99001;Valbourg;99003;Trémont;1;2;2.5;48.25;entrée;Rue Verte|Sente Verte;Le Bas'.split(
        ';',
      ),
    ),
  ).toEqual({
    number: '12 bis',
    street: 'Rue des Lilas',
    postcode: '01100',
    insee: '99001',
    town: 'Valbourg',
    oldTown: 'Trémont',
    aliases: ['Rue Verte', 'Sente Verte'],
    locality: 'Le Bas',
    longitude: 2.5,
    latitude: 48.25,
  })
})

it('reads localities, and the csv of a « base adresse locale », where 99999 is no number', () => {
  const places = banReader('id;nom_lieu_dit;code_postal;code_insee;nom_commune;lon;lat'.split(';'))
  expect(places('a;La Renardière;99100;99001;Valbourg;2;48'.split(';'))).toMatchObject({
    number: '',
    street: 'La Renardière',
  })
  const bal = banReader('commune_insee;commune_nom;voie_nom;lieudit_complement_nom;numero;suffixe;long;lat'.split(';'))
  expect(bal('99001;Valbourg;Le Moulin;;99999;;2;48'.split(';'))).toMatchObject({ number: '', street: 'Le Moulin' })
  expect(bal('99001;Valbourg;Rue Haute;;3;b;2;48'.split(';'))).toMatchObject({
    number: '3 b',
    longitude: 2,
    postcode: '',
  })
})

it('leaves out a row without a place, or whose place is not on the earth', () => {
  const read = banReader(LEGACY)
  const row = (lon: string, lat: string) =>
    read(`a;b;1;;Rue Haute;99100;99001;Valbourg;;;;;${lon};${lat};;;`.split(';'))
  expect([row('', ''), row('613084', '6873309'), row('x', '48')]).toEqual([undefined, undefined, undefined])
  expect(row('2,5', '48,25')).toMatchObject({ longitude: 2.5, latitude: 48.25 })
})

it('says what is missing in another kind of file', () => {
  expect(() => banReader(['Nom', 'Adresse'])).toThrow(/« nom_voie », « code_insee », « lon », « lat »/)
})
