import type { Detector, Hit } from '../hit.ts'
import { readsWithNeighbour } from '../names/beside.ts'
import { anyName, isMixedAsName, isOneName, isShapedAsName, isSure, namedUnder } from '../names/cells.ts'
import { expects, isFirmNames } from '../names/expects.ts'
import { FAMILY_NAME, IN_FUNCTION, OF_ASSOCIATION, OF_AUTHORS, OF_PEOPLE } from '../names/headers.ts'
import { readPerson } from '../names/read-person.ts'
import { type ColumnView, countCells, remembered, shareOf, some, type TableView } from '../view.ts'

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
  if ((table.about.people || share > 0) && areShapedAsNames(column)) return hit(column, table, anyName(test))
  if (!some(column, isSure) && share < 0.3) return undefined
  return hit(column, table, share > 0.5 ? anyName(test) : text => test(text) || isMixedAsName(text))
}

/** Names that no list knows, under a header of people: two words with a capital, most of the time. */
const areShapedAsNames = (column: ColumnView): boolean =>
  shareOf(column, isShapedAsName) > 0.5 &&
  shareOf(column, text => isShapedAsName(text) && /\p{L}[\s/,.]+\p{L}/u.test(text)) > 0.4

/** « M. Dupont » in a column that should hold something else. */
function civilOnly(column: ColumnView, table: TableView): Hit | undefined {
  const test = (text: string) => CIVIL.test(text) && isSure(text)
  return !some(column, test) ? undefined : hit(column, table, test)
}
const CIVIL = /^(?:m\.|mr\.?|mme|mlle|melle|monsieur|madame)\s/i

/** The header speaks of something else, and nearly all the cells are full names. */
function mostlyNames(column: ColumnView, table: TableView): Hit | undefined {
  const most = BEGINS_WITH_PEOPLE.test(column.header)
    ? some(column, isSure) && shareOf(column, namedUnder) > 0.5
    : column.filled > 2 && !table.about.places && shareOf(column, isSure) > 0.6
  return most ? hit(column, table, anyName(namedUnder)) : civilOnly(column, table)
}
/** « Famille d’accueil », « Agent du service ». */
const BEGINS_WITH_PEOPLE = new RegExp(`^${OF_PEOPLE.source}`)

/** What the rows of places are called: halls have the names of people. */
const OF_ROWS = /\b(?:noms?|libelle|denomination|appellation|intitule|designation|name|titre)\b/

/** Nothing says what the column holds: full names alone are believed, several of them or most of the cells. */
function bySight(column: ColumnView, table: TableView): Hit | undefined {
  if (readsWithNeighbour(column, table)) return hit(column, table, isOneName)
  const sure = countCells(column, isSure)
  if (sure === 0) return undefined
  if (areWrittenAsPeople(column)) return hit(column, table, anyName(namedUnder))
  if (table.about.places && !table.about.people && (OF_ROWS.test(column.header) || sure < column.filled / 2))
    return civilOnly(column, table)
  const civil = countCells(column, text => CIVIL.test(text) && isSure(text))
  if (civil === 0 && sure / column.filled < 0.15 && sure < 3) return undefined
  const likely = shareOf(column, text => ['sure', 'likely'].includes(readPerson(text).reading))
  return hit(column, table, likely > 0.6 ? anyName(namedUnder) : isSure)
}

/** « ALLAIN Véronique », « Mme Dieng »: halls are named after people, but nobody writes them so. */
const areWrittenAsPeople = (column: ColumnView): boolean =>
  column.filled > 2 &&
  shareOf(column, text => isMixedAsName(text) || (CIVIL.test(text) && isSure(text))) > 0.5 &&
  shareOf(column, isShapedAsName) > 0.8

function hit(column: ColumnView, table: TableView, test: (text: string) => boolean): Hit {
  const holds = remembered(test)
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
