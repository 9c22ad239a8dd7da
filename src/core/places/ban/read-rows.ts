import { UnreadableFile } from '../../table/read-result.ts'
import { oneLine } from '../../values/text.ts'
import type { AddressPoint } from '../address-index.ts'

/** The names that a fact bears in the files of the Base Adresse Nationale: csv, lieux-dits, csv-bal 1.3 to 1.5. */
const NAMES = {
  street: ['nom_voie', 'voie_nom', 'nom_lieu_dit'],
  number: ['numero'],
  suffix: ['rep', 'suffixe'],
  postcode: ['code_postal'],
  insee: ['code_insee', 'commune_insee'],
  town: ['nom_commune', 'commune_nom'],
  oldTown: ['nom_ancienne_commune', 'commune_deleguee_nom'],
  alias: ['alias'],
  locality: ['nom_ld', 'lieudit_complement_nom'],
  longitude: ['lon', 'long'],
  latitude: ['lat'],
} as const

type Fact = keyof typeof NAMES
const NEEDED: readonly Fact[] = ['street', 'insee', 'longitude', 'latitude']

/** How a row of these columns is read; undefined for a row without a place. Throws `UnreadableFile` for another kind of file. */
export function banReader(header: readonly string[]): (cells: readonly string[]) => AddressPoint | undefined {
  const names = header.map(name => name.trim().toLowerCase())
  const at = new Map(
    Object.entries(NAMES).map(([fact, known]) => [
      fact,
      names.findIndex(name => (known as readonly string[]).includes(name)),
    ]),
  )
  const absent = NEEDED.filter(fact => at.get(fact) === -1)
  if (absent.length > 0)
    throw new UnreadableFile(
      `Ce fichier n'est pas un fichier d'adresses de la Base Adresse Nationale : je n'y trouve pas ${absent.map(fact => `« ${NAMES[fact][0]} »`).join(', ')} ; j'attendais le CSV de votre commune, téléchargé sur adresse.data.gouv.fr.`,
    )
  return cells => readRow(fact => oneLine(cells[at.get(fact)!] ?? ''))
}

/** 99999 is how a « base adresse locale » writes a place that has no number. */
const NO_NUMBER = /^(?:0*|99999)$/

function readRow(cell: (fact: Fact) => string): AddressPoint | undefined {
  const [street, longitude, latitude] = [cell('street'), degrees(cell('longitude'), 180), degrees(cell('latitude'), 90)]
  if (street === '' || longitude === undefined || latitude === undefined) return undefined
  const number = NO_NUMBER.test(cell('number')) ? '' : cell('number')
  return {
    number: number === '' ? '' : `${number} ${cell('suffix')}`.trim(),
    street,
    postcode: cell('postcode'),
    insee: cell('insee').toUpperCase(),
    town: cell('town'),
    oldTown: cell('oldTown'),
    aliases: cell('alias')
      .split('|')
      .map(alias => alias.trim())
      .filter(alias => alias !== ''),
    locality: cell('locality'),
    longitude,
    latitude,
  }
}

function degrees(text: string, most: number): number | undefined {
  const value = Number(text.replace(',', '.'))
  return text !== '' && Math.abs(value) <= most ? value : undefined
}
