import type { ColumnView, TableView } from '../view.ts'
import { FAMILY_NAME, FIRST_NAME, NOT_NAMES, OF_AUTHORS, OF_FIRMS, OF_PEOPLE, OF_PLACES } from './headers.ts'

/** What a header lets expect of its cells, among names. */
export type Expect = 'people' | 'family' | 'first' | 'unknown' | 'other' | 'nothing'

export function expects(column: ColumnView, table: TableView): Expect {
  const { header } = column
  const { about } = table
  if (FIRST_NAME.test(header) && !NOT_NAMES.test(header)) return /\bnoms?\b/.test(header) ? 'people' : 'first'
  if (OF_AUTHORS.test(header)) return about.works || about.titled ? 'nothing' : 'people'
  if (isFamilyName(header, table)) return 'family'
  if (OF_PLACES.test(header)) return 'nothing'
  if (NOT_NAMES.test(header)) return 'other'
  if (isFirmNames(column, table)) return 'unknown'
  return OF_PEOPLE.test(header) || (header === 'nom' && areNamed(table)) ? 'people' : 'unknown'
}

/** « Nom » beside « Prénom », « USR_NOM » beside « USR_PRENOM ». */
function isFamilyName(header: string, { columns }: TableView): boolean {
  if (FAMILY_NAME.test(header) && header !== 'nom' && header !== 'noms') return true
  const beside = new Set(
    columns.filter(one => FIRST_NAME.test(one.header)).map(one => one.header.replace(/\bprenoms?\b/, 'nom')),
  )
  return (
    /\bnoms?\b/.test(header) && (beside.has(header.replace(/\bnoms\b/, 'nom')) || (header === 'nom' && beside.size > 0))
  )
}

const areNamed = ({ about }: TableView): boolean =>
  about.people && !about.firms && !about.associations && !about.places && !about.works

/** Names of firms are the sole traders' own detector. */
export const isFirmNames = ({ header }: Pick<ColumnView, 'header'>, { about }: Pick<TableView, 'about'>): boolean =>
  (OF_FIRMS.test(header) &&
    !(/\b(?:titulaires?|beneficiaires?|attributaires?)\b/.test(header) && !about.firms && !about.associations)) ||
  (/^(?:noms?|nom (?:du |de l |de la )?(?:commerce|magasin|enseigne|etablissement|entreprise|societe|boutique|professionnel)|libelle|nom commercial)$/.test(
    header,
  ) &&
    about.firms &&
    !about.people)
