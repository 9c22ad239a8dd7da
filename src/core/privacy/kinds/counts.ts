import type { Detector, Hit } from '../hit.ts'
import { type ColumnView, shareOf, some, type TableView } from '../view.ts'
import { bandOf, yearOf } from './birth.ts'

/** INSEE and the CNIL ask that no published group of persons has fewer than this. */
export const SMALLEST_GROUP = 5
export const FEW = 'moins de 5'

const COUNT = /\b(?:nombre|nb|nbre|effectifs?|total|occurrences?|count)\b/
const PERSONS =
  /\b(?:enfants?|eleves?|habitants?|personnes?|benefi?ciaires?|naissances?|deces|mariages?|pacs|divorces?|agents?|usagers?|lecteurs?|inscrits?|inscriptions?|demandeurs?|familles?|menages?|allocataires?|salaries?|femmes?|hommes?|filles?|garcons?|jeunes|seniors|adherents?|emprunteurs?|occurrences?|effectifs?|chomeurs?|foyers?|allergies?|handicap(?:s|es?)?|convives?|absents?|absences?|victimes?|accidents?|emploi|f|h)\b/
const NOT_PERSONS =
  /\b(?:places?|capacite|max|maximum|min|minimum|velos?|arceaux|prises?|bornes?|lits?|salles?|logements?|pieces?|niveaux|etages?|heures?|jours?|votes?|voix|votants?|documents?|livres?|exemplaires?|prets?|vehicules?|arbres?|points?|pdc|euros?|montant|elus?|presents?|sieges?)\b/

export const smallCount: Detector = (column, table) => {
  const { header, name } = column
  if (!COUNT.test(header) && !isMeasured(column, table)) return undefined
  if (NOT_PERSONS.test(header) || !(PERSONS.test(header) || aboutPersons(table))) return undefined
  if (shareOf(column, isCount) < 0.7) return undefined
  const holds = (text: string) => isCount(text) && isFew(Number(text.trim()))
  if (!some(column, holds)) return undefined
  const whole = column.field?.type === 'integer' || column.field?.type === 'number'
  return {
    kind: 'small-count',
    level: 'indirect',
    column,
    holds,
    say: cells =>
      `« ${name} » compte des groupes de moins de ${SMALLEST_GROUP} personnes (${cells}) : dans une petite commune, chacun sait de qui il s’agit ; Carnet vous conseille ${whole ? 'de laisser ces cases vides' : `d’écrire « ${FEW} »`}.`,
    answers: ['generalise', 'keep', 'drop', 'ask'],
    generalise: () => (whole ? '' : FEW),
    generalised: whole
      ? `Dans « ${name} », les nombres de personnes inférieurs à ${SMALLEST_GROUP} ont été laissés vides.`
      : `Dans « ${name} », les nombres de personnes inférieurs à ${SMALLEST_GROUP} sont écrits « ${FEW} ».`,
  }
}

const isCount = (text: string): boolean => /^\d{1,7}$/.test(text.trim()) || text === FEW
const isFew = (count: number): boolean => count > 0 && count < SMALLEST_GROUP
/** « femmes », « moins de 3 ans »: a column of a table of counts that only says which persons. */
const isMeasured = ({ header }: ColumnView, { about, columns }: TableView): boolean =>
  !about.things &&
  !about.people &&
  (about.counts || columns.filter(one => MEASURE.test(one.header)).length > 1) &&
  MEASURE.test(header)
const MEASURE =
  /^(?:femmes?|hommes?|filles?|garcons?|enfants|eleves|naissances|deces|mariages|pacs|divorces|transcriptions|colis(?: de)?(?: noel)?|portage (?:de )?repas|(?:beneficiaires?|foyers?|menages?|familles?|allocataires?|demandeurs?)(?: \p{L}+){0,2}|moins de \d+ ans|\d+ a? ?\d+ ans|plus de \d+ ans)$/u
/** « nombre » alone counts what the other columns describe. */
const aboutPersons = ({ columns, about }: TableView): boolean =>
  columns.some(
    ({ header }) =>
      /^(?:sexe|genre|tranche d ?age|age|classe d ?age|prenoms?|csp|situation familiale|nationalite)$/.test(header) ||
      (about.people && header === 'nom') ||
      /\b(?:tranche d age|csp|nais|naissance)\b/.test(header),
  )

/** Columns that say a little of a person each, and together who she is. */
const QUASI: readonly { readonly what: string; readonly header: RegExp }[] = [
  {
    what: 'la naissance ou l’âge',
    header: /\b(?:(?:date|annee|an) (?:de )?naiss(?:ance)?|naissance|ddn|age|tranche d age)\b/,
  },
  { what: 'le sexe', header: /^(?:sexe|genre|civilite)$/ },
  {
    what: 'la commune ou le quartier',
    header:
      /^(?:commune|ville|quartier|code postal|cp|iris|commune (?:de )?residence|ville (?:de )?residence|secteur|adresse|rue)$/,
  },
  { what: 'le métier', header: /^(?:profession|metier|grade|fonction|emploi|csp|poste|cadre d emplois?)$/ },
  {
    what: 'la famille',
    header:
      /^(?:situation (?:familiale|matrimoniale)|nombre enfants|nb enfants|quotient familial|qf|nationalite|lieu (?:de )?naissance)$/,
  },
]

/** Rows of persons without names: those who are alone, or nearly, with what their quasi-identifiers say (k-anonymity, k = 5). */
export function rareTogether({ columns, rows, about }: TableView): Hit | undefined {
  const chosen = QUASI.flatMap(({ what, header }) => {
    const column = columns.find(one => header.test(one.header) && one.filled > rows / 2 && !COUNT.test(one.header))
    return column ? [{ what, column }] : []
  })
  const [first] = chosen
  if (chosen.length < 2 || !first || rows < SMALLEST_GROUP || about.firms || about.things || isCounted(columns))
    return undefined
  const rare = rareRows(
    chosen.map(({ column }) => column),
    rows,
  )
  if (rare.length === 0) return undefined
  const { column } = first
  const years = some(column, text => /\d[/.-]\d|\d{4}-\d{2}-\d{2}/.test(text))
  return {
    kind: 'small-count',
    level: 'indirect',
    column,
    holds: text => text.trim() !== '',
    rows: rare,
    say: cells =>
      `${chosen
        .map(({ what }) => what)
        .join(', ')
        .replace(/^./, letter =>
          letter.toUpperCase(),
        )} : ensemble, ces colonnes ne laissent pas ${SMALLEST_GROUP} personnes semblables (${cells.replace('case', 'ligne')}) ; Carnet vous conseille de dire « ${column.name} » moins précisément.`,
    answers: ['generalise', 'drop', 'keep', 'ask'],
    generalise: years ? yearOf : bandOf,
    generalised: `Dans « ${column.name} », les valeurs sont données par ${years ? 'année' : 'tranche de dix ans'}, pour que personne ne soit seul dans son groupe.`,
  }
}

/** A table of counts has groups for rows. */
const isCounted = (columns: readonly ColumnView[]): boolean =>
  columns.some(
    column => COUNT.test(column.header) && !/\benfants\b/.test(column.header) && shareOf(column, isCount) > 0.7,
  )

function rareRows(columns: readonly ColumnView[], rows: number): number[] {
  const groups = new Map<string, number[]>()
  for (let row = 0; row < rows; row++) {
    const key = columns.map(({ cells }) => (cells[row] ?? '').trim()).join('\u0000')
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()]
    .filter(group => group.length < SMALLEST_GROUP)
    .flat()
    .sort((a, b) => a - b)
}
