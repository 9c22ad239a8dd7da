import { comparisonKey } from '../../values/text.ts'
import type { Detector, Hit } from '../hit.ts'
import { isBrand } from '../names/brands.ts'
import { isFirmNames } from '../names/expects.ts'
import { readPerson } from '../names/read-person.ts'
import { type ColumnView, countCells, type TableView } from '../view.ts'

/** SIRENE's legal form of a natural person, and the words of it. */
const FORMS = /\b(?:forme|categorie|statut|nature) juridique\b|\bcj\b|\bstatut\b|\bforme\b/
const SOLE =
  /^(?:1000|1|ei|e i|eirl|entrepreneurs? individuels?|entreprises? individuelles?|(?:auto|micro) ?entrepreneure?s?|(?:auto|micro) ?entreprises?|profession(?:nel)? liberale?|personne physique|artisan commercant|artisan|affaire personnelle)$/
const ALONE = /^(?:ei|e i|m|mme|monsieur|madame)$/
const DIFFUSION = /\b(?:statut )?diffusion\b/

export const soleTrader: Detector = (column, table) => ofForms(column, table) ?? byName(column, table)

function ofForms(column: ColumnView, { about }: TableView): Hit | undefined {
  if (!about.firms || !FORMS.test(column.header)) return undefined
  const holds = (text: string) => SOLE.test(comparisonKey(text.slice(0, 100)))
  return countCells(column, holds) === 0 ? undefined : hit(column, holds)
}

/** « M. DUPONT Jean », « DUPONT JEAN EI » among firms. */
function byName(column: ColumnView, table: TableView): Hit | undefined {
  if (!isFirmNames(column, table) || DIFFUSION.test(column.header)) return undefined
  const holds = (text: string) =>
    (readPerson(withoutForm(text)).reading === 'sure' && !isBrand(comparisonKey(text.slice(0, 100)).split(' '))) ||
    (hadForm(text) && readPerson(withoutForm(text)).reading !== 'no')
  return countCells(column, holds) === 0 ? undefined : hit(column, holds)
}

const FORM =
  /[\s,(-]*\b(?:E\.?I\.?|EIRL|auto-?entrepreneure?|micro-?entrepreneure?|micro-?entreprise|entrepreneure? individuel(?:le)?|entreprise individuelle)\b\.?\)?\s*/i
const hadForm = (text: string): boolean => FORM.test(text) && !ALONE.test(comparisonKey(text.slice(0, 100)))
const withoutForm = (text: string): string => text.slice(0, 200).replace(FORM, ' ').trim()

const hit = (column: ColumnView, holds: (text: string) => boolean): Hit => ({
  kind: 'sole-trader',
  level: 'look',
  column,
  holds,
  say: cells =>
    `« ${column.name} » désigne des personnes qui travaillent sous leur propre nom (${cells}) : le répertoire SIRENE les publie, sauf celles qui s’y sont opposées ; gardez-les si le répertoire les montre.`,
  answers: ['keep', 'generalise', 'drop', 'ask'],
  generalise: () => 'Entreprise individuelle',
  generalised: `Dans « ${column.name} », les noms de personnes qui travaillent seules ont été remplacés par « Entreprise individuelle ».`,
})
