import { comparisonKey } from '../../values/text.ts'
import type { Detector, Hit } from '../hit.ts'
import { isBrand } from '../names/brands.ts'
import { isShapedAsName } from '../names/cells.ts'
import { isFirmNames } from '../names/expects.ts'
import { isThingWord } from '../names/not-people.ts'
import { readPerson } from '../names/read-person.ts'
import { type ColumnView, some, type TableView } from '../view.ts'

/** SIRENE's legal form of a natural person, and the words of it. */
const FORMS = /\b(?:forme|categorie|statut|nature) juridique\b|\bcj\b|\bstatut\b|\bforme\b/
const SOLE =
  /^(?:1000|1|ei|e i|eirl|entrepreneurs? individuels?|entreprises? individuelles?|(?:auto|micro) ?entrepreneure?s?|(?:auto|micro) ?entreprises?|auto ?ent(?:r|repr)?|micro ?ent(?:r|repr)?|micro(?: social)?|ae|ent(?:r|reprise)? ind(?:iv)?(?:iduelle)?|en nom propre|nom propre|profession(?:nel)? liberale?|personne physique|artisan commercant|artisan|affaire personnelle)$/
const ALONE = /^(?:ei|e i|m|mme|monsieur|madame)$/
const DIFFUSION = /\b(?:statut )?diffusion\b/

export const soleTrader: Detector = (column, table) => ofForms(column, table) ?? byName(column, table)

function ofForms(column: ColumnView, { about }: TableView): Hit | undefined {
  if (!about.firms || !FORMS.test(column.header)) return undefined
  const holds = (text: string) => SOLE.test(comparisonKey(text.slice(0, 100)))
  return !some(column, holds) ? undefined : hit(column, holds)
}

/** « M. DUPONT Jean », « DUPONT JEAN EI » among firms. */
function byName(column: ColumnView, table: TableView): Hit | undefined {
  if (!isFirmNames(column, table) || DIFFUSION.test(column.header)) return undefined
  const alone = namesOfSole(column, table)
  const holds = (text: string) =>
    (alone.has(text) && isShapedAsName(withoutForm(text).replace(/\s[-–]\s.*/, ''))) ||
    (readPerson(withoutForm(text)).reading === 'sure' && !isBrand(comparisonKey(text.slice(0, 100)).split(' '))) ||
    tradesUnderName(text) ||
    (hadForm(text) && readPerson(withoutForm(text)).reading !== 'no')
  return !some(column, holds) ? undefined : hit(column, holds)
}

/** « Sophie Lemaire couture », « Plomberie Yann Le Goff »: a full name once the trade has gone; not « SARL Jean Dupont ». */
function tradesUnderName(text: string): boolean {
  if (/\d/.test(text)) return false
  const words = text.slice(0, 100).split(/\s+|\s*[-–,]\s+/)
  const isTrade = (word: string): boolean => isThingWord(comparisonKey(word))
  const name = words.filter(word => !isTrade(word))
  const atAnEnd = isTrade(words[0] ?? '') !== isTrade(words.at(-1) ?? '')
  return (
    atAnEnd &&
    name.length > 1 &&
    name.length < 4 &&
    !LEGAL.test(comparisonKey(text.slice(0, 100))) &&
    readPerson(name.join(' ')).reading === 'sure' &&
    !isBrand(name.map(word => comparisonKey(word)))
  )
}
/** What is no natural person, and what towns name after people. */
const LEGAL =
  /\b(?:sarl|sas|sasu|sa|eurl|snc|sci|scp|selarl|gaec|earl|scea|scop|association|amicale|comite|club|ecole|college|lycee|creche|salle|stade|gymnase|rue|place|square|residence|foyer|centre|fondation|groupe|espace|parc|fils|freres)\b/

/** Texts of the rows whose legal form is a natural person's: what stands there is a person's name or a sign. */
function namesOfSole(column: ColumnView, { columns }: TableView): ReadonlySet<string> {
  const form = columns.find(({ header }) => FORMS.test(header))
  if (!form) return new Set()
  return new Set(column.cells.filter((_, row) => SOLE.test(comparisonKey((form.cells[row] ?? '').slice(0, 100)))))
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
