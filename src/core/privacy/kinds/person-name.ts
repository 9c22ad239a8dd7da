import { stripAccents } from '../../values/text.ts'
import type { Detector, Hit } from '../hit.ts'
import { isBrand, isFirmWord } from '../names/brands.ts'
import {
  FAMILY_NAME,
  FIRST_NAME,
  IN_FUNCTION,
  NOT_NAMES,
  OF_ASSOCIATION,
  OF_AUTHORS,
  OF_FIRMS,
  OF_PEOPLE,
  OF_PLACES,
} from '../names/headers.ts'
import { mayBeFamilyName, mayBeFirstName } from '../names/lexicon.ts'
import { namesThing, readPerson } from '../names/read-person.ts'
import { type ColumnView, countCells, shareOf, type TableView } from '../view.ts'

type Expect = 'people' | 'family' | 'first' | 'unknown' | 'other' | 'nothing'

function expects(column: ColumnView, table: TableView): Expect {
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

const LETTERS = /^[\p{L}'’. -]{2,60}$/u
/** What stands in a column of names without being one. */
const NOBODY =
  /^(?:oui|non|vacant|neant|aucun|inconnu|anonyme|nc|n c|na|nd|divers|autre|autres|mairie|commune|ville|particulier|personnes? (?:physique|morale|publique|privee)s?|publique?|privee?|x|ras|en cours|a definir|remplacante?|interim|retraite|absente?|presente?|excusee?|idem|confidentiel|famille|a pourvoir|sans objet|total|sous total)$/

const wordsOf = (text: string): string[] =>
  stripAccents(text)
    .toLowerCase()
    .split(/[\s,;/.-]+/)
    .filter(word => word !== '')
const isNobody = (text: string): boolean => {
  const words = wordsOf(text)
  return NOBODY.test(words.join(' ')) || namesThing(words) || (words.length === 1 && isFirmWord(words[0]!))
}

/** A cell under a header of people: any name will do, but a thing's, a place's or an office's. */
function namedUnder(text: string): boolean {
  const { reading } = readPerson(text)
  if ((reading === 'sure' || reading === 'likely') && !isNobody(text)) return true
  if (severalPeople(text)) return true
  return (
    LETTERS.test(text.trim()) &&
    !isNobody(text) &&
    wordsOf(text).some(word => mayBeFamilyName(word) || mayBeFirstName(word))
  )
}

/** « Jean Dupont, Marie Durand », « Jean Dupont (maire) ». */
const severalPeople = (text: string): boolean =>
  text.length < 400 &&
  text.split(/[,;/&\n]|\bet\b|\(|\s-\s/).some(piece => readPerson(piece.replace(/\).*/, '')).reading === 'sure')

const isSure = (text: string): boolean => readPerson(text).reading === 'sure' && !isBrand(wordsOf(text))

export const personName: Detector = (column, table) => {
  const expected = expects(column, table)
  if (expected === 'nothing') return OF_AUTHORS.test(column.header) ? undefined : civilOnly(column, table)
  if (isFirmNames(column, table)) return undefined
  if (expected === 'other') return mostlyNames(column, table)
  if (expected === 'unknown') return bySight(column, table)
  if (expected === 'first' && table.about.counts && !table.columns.some(one => FAMILY_NAME.test(one.header)))
    return undefined
  const test = expected === 'people' ? namedUnder : isOneName
  const share = shareOf(column, test)
  if (countCells(column, isSure) === 0 && share < 0.3) return undefined
  return hit(column, table, share > 0.5 ? anyName(test) : test)
}

/** Once most cells of a column are people, so are the names that no list knows: « Szymanski », « Tran Thi Mai ». */
const anyName =
  (test: (text: string) => boolean) =>
  (text: string): boolean =>
    test(text) || (readPerson(text).reading !== 'no' && isOneName(text) && /^\p{Lu}/u.test(text.trim()))

/** Names of firms are the sole traders' own detector. */
export const isFirmNames = ({ header }: Pick<ColumnView, 'header'>, { about }: Pick<TableView, 'about'>): boolean =>
  (OF_FIRMS.test(header) &&
    !(/\b(?:titulaires?|beneficiaires?)\b/.test(header) && !about.firms && !about.associations)) ||
  (/^(?:noms?|nom (?:du |de l |de la )?(?:commerce|magasin|enseigne|etablissement|entreprise|societe|boutique|professionnel)|libelle|nom commercial)$/.test(
    header,
  ) &&
    about.firms &&
    !about.people)

const isOneName = (text: string): boolean => LETTERS.test(text.trim()) && !isNobody(text)

/** « M. Dupont » in a column that should hold something else. */
function civilOnly(column: ColumnView, table: TableView): Hit | undefined {
  const test = (text: string) => CIVIL.test(text) && isSure(text)
  return countCells(column, test) === 0 ? undefined : hit(column, table, test)
}
const CIVIL = /^(?:m\.|mr\.?|mme|mlle|melle|monsieur|madame)\s/i

/** The header speaks of something else, and nearly all the cells are full names. */
const mostlyNames = (column: ColumnView, table: TableView): Hit | undefined =>
  !table.about.places && column.filled > 2 && shareOf(column, isSure) > 0.7
    ? hit(column, table, anyName(namedUnder))
    : civilOnly(column, table)

/** What the rows of places are called: halls have the names of people. */
const OF_ROWS = /\b(?:noms?|libelle|denomination|appellation|intitule|designation|name|titre)\b/

/** Nothing says what the column holds: full names alone are believed, several of them or most of the cells. */
function bySight(column: ColumnView, table: TableView): Hit | undefined {
  if (readsWithNeighbour(column, table)) return hit(column, table, isOneName)
  const sure = countCells(column, isSure)
  if (sure === 0) return undefined
  if (table.about.places && !table.about.people && (OF_ROWS.test(column.header) || sure < column.filled / 2))
    return civilOnly(column, table)
  const civil = countCells(column, text => CIVIL.test(text) && isSure(text))
  if (civil === 0 && sure / column.filled < 0.15 && sure < 3) return undefined
  const likely = shareOf(column, text => ['sure', 'likely'].includes(readPerson(text).reading))
  return hit(column, table, likely > 0.6 ? anyName(namedUnder) : isSure)
}

function hit(column: ColumnView, table: TableView, holds: (text: string) => boolean): Hit {
  const { name, header } = column
  const elected = IN_FUNCTION.test(header) || (table.about.elected && !table.about.firms)
  const titled =
    countCells(column, text => holds(text) && readPerson(text).title === true) * 2 > countCells(column, holds)
  const association = table.about.associations && OF_ASSOCIATION.test(header)
  const publicFact = elected
    ? 'un élu est nommé dans les actes publics pour ce qu’il fait dans sa fonction ; gardez ces noms pour cela seul'
    : titled
      ? 'une profession réglementée a un annuaire public ; gardez ces noms s’ils y sont'
      : association
        ? 'les responsables d’une association ne sont publiés qu’avec leur accord ; demandez-le, ou donnez l’adresse de l’association'
        : undefined
  const few = countCells(column, holds) < column.filled * 0.8
  const base = { kind: 'person-name' as const, column, holds }
  if (publicFact !== undefined)
    return {
      ...base,
      level: 'look',
      say: cells => `« ${name} » nomme des personnes (${cells}) : ${publicFact}.`,
      answers: association ? ['drop', 'ask', 'keep', 'pseudonymise'] : ['keep', 'drop', 'ask', 'pseudonymise'],
    }
  return {
    ...base,
    level: 'direct',
    say: cells =>
      `« ${name} » nomme des personnes (${cells}) : un nom ne s’ouvre pas sans une loi ou l’accord de chacune ; Carnet vous conseille ${few ? 'd’écrire « Personne physique » à la place' : 'de retirer la colonne'}.`,
    answers: few ? ['generalise', 'drop', 'pseudonymise', 'keep', 'ask'] : ['drop', 'pseudonymise', 'keep', 'ask'],
    ...(few && {
      generalise: () => 'Personne physique',
      generalised: `Dans « ${name} », les noms de personnes ont été remplacés par « Personne physique ».`,
    }),
  }
}

const MOST_ROWS_READ = 60

/** A column of first names beside a column of family names, whatever their headers are: together they read as people. */
function readsWithNeighbour(column: ColumnView, { columns, about }: TableView): boolean {
  const at = columns.indexOf(column)
  if (about.counts || about.works || shareOf(column, isOneName) < 0.8) return false
  return [columns[at - 1], columns[at + 1]].some(other => other !== undefined && readTogether(column, other))
}

function readTogether(column: ColumnView, other: ColumnView): boolean {
  let [read, people] = [0, 0]
  for (let row = 0; row < column.cells.length && read < MOST_ROWS_READ; row++) {
    const [one, two] = [column.cells[row]!.trim(), other.cells[row]!.trim()]
    if (one === '' || two === '') continue
    read++
    const alone = [one, two].every(text => readPerson(text).reading === 'bare')
    if (alone && readPerson(`${one} ${two}`).reading === 'sure') people++
  }
  return read > 2 && people / read > 0.6
}
