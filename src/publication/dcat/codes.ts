import type { Frequency, Licence } from '../../core/fiche/fiche.ts'
import { type Described, french, link, plain, thing } from './graph.ts'
import { authority, IANA } from './vocabulary.ts'

const FREQUENCY_CODES: Readonly<Record<Frequency, string>> = {
  daily: 'DAILY',
  weekly: 'WEEKLY',
  monthly: 'MONTHLY',
  quarterly: 'QUARTERLY',
  semiannual: 'ANNUAL_2',
  annual: 'ANNUAL',
  irregular: 'IRREG',
  never: 'NEVER',
}
export const frequency = (frequency: Frequency): Described =>
  thing(authority('frequency', FREQUENCY_CODES[frequency]), 'dct:Frequency')

/**
 * The address and the title by which data.gouv.fr knows each licence (its API, `datasets/licenses`), and the IRI that others know it by: EU authority
 * table for ODbL, SPDX for the Licence Ouverte, which that table does not hold.
 */
const LICENCES: Readonly<Record<Licence, { readonly iri: string; readonly title: string; readonly same: string }>> = {
  lov2: {
    iri: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
    title: 'Licence Ouverte / Open Licence version 2.0',
    same: 'http://spdx.org/licenses/etalab-2.0',
  },
  'odc-odbl': {
    iri: 'http://opendatacommons.org/licenses/odbl/summary/',
    title: 'Open Data Commons Open Database License (ODbL)',
    same: authority('licence', 'ODC_BL'),
  },
}
export function licence(id: Licence): Described {
  const { iri, title, same } = LICENCES[id]
  return thing(iri, 'dct:LicenseDocument', [
    ['rdfs:label', plain(title)],
    ['skos:exactMatch', link(same)],
  ])
}

export const mediaType = (type: string): Described => thing(IANA + type, 'dct:MediaType')
export const fileType = (code: string): Described => thing(authority('file-type', code), 'dct:MediaTypeOrExtent')
export const FRENCH = thing(authority('language', 'FRA'), 'dct:LinguisticSystem')
export const PUBLIC_ACCESS = thing(authority('access-right', 'PUBLIC'), 'dct:RightsStatement', [
  ['rdfs:label', french('public')],
])
