import type { Model } from '../models/model.ts'
import { quoted } from '../values/quoted.ts'
import { describeKind } from './describe-kind.ts'
import { describeIdentity } from './identity.ts'
import type { Condition, Step } from './step.ts'

/** Columns as the person knows them: the model's titles when there is a model. */
type Named = Pick<Model, 'fields'>

/** One plain French sentence for each step: what it does to the table, not how. */
export function describeStep(step: Step, model?: Named): string {
  const name = (column: string): string => quoted(titleOf(column, model))
  const names = (columns: readonly string[]): string => listed(columns.map(name))
  switch (step.type) {
    case 'select-table':
      return `Part ${step.sheet === undefined ? 'du tableau' : `de la feuille ${quoted(step.sheet)}`}${file(step.source)}`
    case 'map':
      return describeMap(step.columns.filter(({ from, to }) => from !== to).length)
    case 'rename':
      return `Appelle ${name(step.to)} la colonne ${quoted(step.from)}`
    case 'split':
      return `Coupe la colonne ${name(step.column)} à chaque ${sign(step.separator)}, en ${names(step.into)}`
    case 'split-address': {
      const parts = [step.number, step.street, step.postcode, step.town].filter(part => part !== undefined)
      return `Sépare les adresses de la colonne ${name(step.column)} en ${names(parts)}`
    }
    case 'join':
      return `Réunit ${columns(step.columns, names)} dans ${name(step.into)}`
    case 'drop':
      return `Retire ${columns(step.columns, names)}`
    case 'arrange':
      return 'Met les colonnes dans l’ordre voulu, et ajoute vides celles qui manquent'
    case 'add-constant':
      return step.value === ''
        ? `Ajoute la colonne ${name(step.column)}, vide`
        : `Écrit la même valeur ${quoted(step.value)} dans la colonne ${name(step.column)}`
    case 'fill':
      return `Écrit ${quoted(step.value)} dans les cases vides de la colonne ${name(step.column)}`
    case 'fill-down':
      return `Recopie chaque valeur de la colonne ${name(step.column)} dans les cases vides en dessous`
    case 'ditto':
      return `Remplace « idem » par la valeur de la ligne du dessus, dans la colonne ${name(step.column)}`
    case 'normalise':
      return `${describeKind(step.kind, step.options)}, dans la colonne ${name(step.column)}`
    case 'convert-unit':
      return `Convertit les nombres de la colonne ${name(step.column)} de ${quoted(step.from)} en ${quoted(step.to)}`
    case 'replace-values':
      return describeReplacements(step.values, name(step.column))
    case 'cluster':
      return `Écrit d’une seule façon les valeurs qui veulent dire la même chose, dans la colonne ${name(step.column)} : ${choices(step.groups.map(({ to }) => to))}`
    case 'filter':
      return `Ne garde que les lignes ${kept(step.keep, name(step.column))}`
    case 'deduplicate':
      return `Ne garde qu’une ligne quand plusieurs disent la même chose dans ${columns(step.columns, names)}`
    case 'generate-ids':
      return `Donne un identifiant aux lignes qui n’en ont pas, dans la colonne ${name(step.column)}`
    case 'geocode':
      return `Cherche la position des lieux d’après leur adresse, et l’écrit dans ${columns(step.columns, names)}`
    case 'hours':
      return `Met les horaires de la colonne ${name(step.column)} sous la forme attendue${into(step, name)}`
    case 'split-lonlat':
      return `Sépare la position de la colonne ${name(step.column)} en ${names([step.latitude, step.longitude])}`
    case 'join-lonlat':
      return `Réunit ${columns([step.latitude, step.longitude], names)} dans ${name(step.into)}`
    case 'reproject':
      return `Convertit les positions en mètres des colonnes ${names([step.x, step.y])} en latitude et longitude`
    case 'swap-lonlat':
      return 'Remet à leur place les latitudes et les longitudes qui étaient inversées'
    case 'merge':
      return `Complète les lignes avec celles ${other(step)}${step.keep === 'both' ? ', et ajoute les nouvelles' : ''}`
    case 'append':
      return `Ajoute en dessous les lignes ${other(step)}`
    case 'pivot-long':
      return `Fait une ligne de chacune des colonnes ${names(step.columns)}`
    case 'correct-cell':
      return `Corrigé à la main : ${describeIdentity(step.row)}, colonne ${name(step.column)}, ${said(step.was)} devient ${said(step.to)}`
    case 'by-hand':
      return describeHands(step)
    case 'delete-row':
      return `Ligne retirée à la main : ${describeIdentity(step.row)}`
    case 'restore-row':
      return `Ligne remise à la main : ${describeIdentity(step.row)}`
  }
}

/** What hands did, in numbers: « À la main : 12 cases corrigées, 2 lignes retirées ». */
export function describeHands(hands: {
  readonly corrections: { readonly length: number }
  readonly deleted: { readonly length: number }
  readonly added: { readonly length: number }
}): string {
  const parts = [
    counted(hands.corrections.length, 'case corrigée', 'cases corrigées'),
    counted(hands.deleted.length, 'ligne retirée', 'lignes retirées'),
    counted(hands.added.length, 'ligne ajoutée', 'lignes ajoutées'),
  ].filter(part => part !== '')
  return parts.length === 0 ? 'À la main : rien pour l’instant' : `À la main : ${parts.join(', ')}`
}

const NUMBERS = new Intl.NumberFormat('fr-FR')
const counted = (count: number, one: string, many: string): string =>
  count === 0 ? '' : `${NUMBERS.format(count)} ${count === 1 ? one : many}`

const titleOf = (column: string, model: Named | undefined): string =>
  model?.fields.find(field => field.name === column)?.title ?? column

/** More would be a list, not a sentence: the step itself shows them all. */
const MOST_NAMED = 3

function listed(texts: readonly string[], last = 'et'): string {
  if (texts.length <= 1) return texts[0] ?? ''
  const shown = texts.length > MOST_NAMED ? texts.slice(0, MOST_NAMED - 1) : texts.slice(0, -1)
  const rest = texts.length - shown.length
  return `${shown.join(', ')} ${last} ${rest === 1 ? texts.at(-1) : `${NUMBERS.format(rest)} autres`}`
}

const columns = (all: readonly string[], names: (columns: readonly string[]) => string): string =>
  `${all.length === 1 ? 'la colonne' : 'les colonnes'} ${names(all)}`

const describeMap = (count: number): string => {
  if (count === 0) return 'Les colonnes ont déjà les noms du modèle'
  return count === 1 ? 'Donne à une colonne le nom du modèle' : `Donne à ${count} colonnes les noms du modèle`
}

const said = (text: string): string => (text.trim() === '' ? 'vide' : quoted(text))

/** A file is shown by its name; once stored, it is only known here by a fingerprint, which tells a person nothing. */
const file = (source: string | undefined): string =>
  source && !/^[0-9a-f]{64}$/.test(source) ? ` du fichier ${quoted(source)}` : ''

const other = ({ source, sheet }: { readonly source: string; readonly sheet?: string }): string => {
  if (sheet !== undefined) return `de la feuille ${quoted(sheet)}${file(source)}`
  return file(source).trim() || 'd’un autre tableau'
}

const SIGNS: Readonly<Record<string, string>> = { ',': 'virgule', ';': 'point-virgule', ' ': 'espace', '\n': 'ligne' }
const sign = (separator: string): string => SIGNS[separator] ?? quoted(separator)

const choices = (values: readonly string[]): string => listed([...new Set(values)].map(quoted))

function describeReplacements(
  values: readonly { readonly from: string; readonly to: string }[],
  column: string,
): string {
  const [first, ...others] = values
  if (!first) return `Ne remplace rien dans la colonne ${column}`
  const change =
    first.to === '' ? `Efface ${quoted(first.from)}` : `Remplace ${said(first.from)} par ${quoted(first.to)}`
  const more = others.length === 0 ? '' : ` (et ${counted(others.length, 'autre valeur', 'autres valeurs')})`
  return `${change} dans la colonne ${column}${more}`
}

function kept(keep: Condition, column: string): string {
  switch (keep.type) {
    case 'in':
      return `où la colonne ${column} dit ${listed(keep.values.map(said), 'ou')}`
    case 'not-in':
      return `où la colonne ${column} dit autre chose que ${listed(keep.values.map(said), 'ou')}`
    case 'not-empty':
      return `où la colonne ${column} est remplie`
  }
}

const into = (step: { readonly column: string; readonly into: string }, name: (column: string) => string): string =>
  step.into === step.column ? '' : `, dans ${name(step.into)}`
