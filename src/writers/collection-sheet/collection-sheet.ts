import { choicesOf, exampleOf, meaningOf } from '../../core/models/collection.ts'
import type { Field, Model } from '../../core/models/model.ts'
import { isCode, isDay, isNumeric } from '../sheets/typed-cell.ts'
import {
  type Choice,
  type Format,
  type Sheet,
  type SheetColumn,
  type SheetRow,
  textCell,
  type Workbook,
} from '../sheets/workbook.ts'

/** Names of the sheets; the first one is the only one that is filled in. */
export const SHEETS = { toFill: 'À remplir', guide: 'Mode d’emploi', lists: 'Listes' } as const

/** Titles, meanings, example: what is typed begins on line 4. */
const HELPER_ROWS = 3
/** Lines made ready under the example: the town sends more rows to a second sheet rather than losing a zero. */
const READY_ROWS = 500

/**
 * The sheet that a service fills in: the model's columns, what each means, an example, lists to choose from, titles that stay in sight.
 * With `departments`, each has a sheet of its own in the same file.
 */
export function collectionSheet(model: Model, departments: readonly string[] = []): Workbook {
  const lists = listsOf(model.fields)
  const names = departments.length > 0 ? sheetNames(departments) : [SHEETS.toFill]
  return {
    title: `${model.title} : feuille de collecte`,
    description: `Modèle ${model.id}, version ${model.version}`,
    sheets: [
      ...names.map(name => sheetToFill(model, lists, name)),
      guide(model, names),
      ...(lists.length > 0 ? [listsSheet(lists)] : []),
    ],
  }
}

/** What a spreadsheet takes as the name of a sheet, each another one. */
function sheetNames(departments: readonly string[]): string[] {
  const taken = new Set<string>([SHEETS.guide, SHEETS.lists].map(name => name.toLowerCase()))
  return departments.map(department => {
    const clean = department
      .replace(/[[\]:*?/\\]+/g, ' ')
      .replace(/^'+|'+$/g, '')
      .replace(/\s+/g, ' ')
      .trim()
    const name = clean.slice(0, 28).trim() || SHEETS.toFill
    let free = name
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${name} ${n}`
    taken.add(free.toLowerCase())
    return free
  })
}

interface List {
  readonly column: number
  readonly field: Field
  readonly values: readonly string[]
}

const listsOf = (fields: readonly Field[]): List[] =>
  fields.flatMap((field, column) => {
    const values = choicesOf(field)
    return values.length > 0 ? [{ column, field, values }] : []
  })

function sheetToFill({ fields }: Model, lists: readonly List[], name: string): Sheet {
  return {
    name,
    columns: fields.map(columnOf),
    rows: [titles(fields), meanings(fields), examples(fields)],
    frozenRows: HELPER_ROWS,
    blankRows: READY_ROWS,
    choices: lists.map(choice),
  }
}

const titles = (fields: readonly Field[]): SheetRow => ({
  cells: fields.map(({ name, constraints }) => textCell(name, constraints.required ? 'required-title' : 'title')),
  look: 'title',
})

const meanings = (fields: readonly Field[]): SheetRow => ({
  cells: fields.map(field => textCell(meaningOf(field))),
  look: 'meaning',
  height: 105,
})

const examples = (fields: readonly Field[]): SheetRow => ({
  cells: fields.map(field => textCell(exampleOf(field))),
  look: 'example',
})

function columnOf(field: Field): SheetColumn {
  const longest = Math.max(field.name.length, exampleOf(field).length)
  return { width: Math.min(44, Math.max(22, longest + 4)), format: formatOf(field) }
}

/** Text wherever a spreadsheet could eat a zero or turn a range into a date. */
function formatOf(field: Field): Format {
  if (isDay(field)) return 'date'
  return isNumeric(field) && !isCode(field) ? 'number' : 'text'
}

const choice = ({ column, field, values }: List, at: number): Choice => ({
  column,
  rows: [HELPER_ROWS, HELPER_ROWS + READY_ROWS - 1],
  values: { sheet: SHEETS.lists, column: at, rows: [1, values.length] },
  title: field.title ?? field.name,
  message: `Choisissez une des valeurs de la liste : ${values.slice(0, 6).join(', ')}${values.length > 6 ? '…' : ''}.`,
})

function listsSheet(lists: readonly List[]): Sheet {
  const height = Math.max(...lists.map(({ values }) => values.length))
  return {
    name: SHEETS.lists,
    columns: lists.map(({ values, field }) => ({
      width: Math.min(60, 4 + Math.max(field.name.length, ...values.map(value => value.length))),
      format: 'text',
    })),
    rows: [
      { cells: lists.map(({ field }) => textCell(field.name)), look: 'title' },
      ...Array.from({ length: height }, (_, row) => ({
        cells: lists.map(({ values }) => textCell(values[row] ?? '')),
        look: 'data' as const,
      })),
    ],
    frozenRows: 1,
  }
}

function guide({ title, description, kind, fields }: Model, names: readonly string[]): Sheet {
  const where = names.length > 1 ? 'la feuille de votre service' : `la feuille « ${names[0]} »`
  const required = fields.filter(field => field.constraints.required).length
  const lines: readonly (readonly [string, SheetRow['look']])[] = [
    [title, 'title'],
    [description, 'data'],
    ['', 'data'],
    ['Comment remplir cette feuille', 'section'],
    [`Écrivez dans ${where}, à partir de la ligne ${HELPER_ROWS + 1} : une ligne par élément.`, 'data'],
    ['La ligne 2 dit ce que veut dire chaque colonne ; la ligne 3 donne un exemple. Vous pouvez les laisser.', 'data'],
    [
      `Les ${required} colonnes au titre foncé sont obligatoires. Pour les autres, laissez la case vide si vous ne savez pas.`,
      'data',
    ],
    [
      'Ne changez ni les titres ni l’ordre des colonnes. Vous pouvez ajouter une colonne « remarque » à la fin.',
      'data',
    ],
    ['Quand une flèche apparaît à côté de la case, choisissez dans la liste.', 'data'],
    ['N’écrivez aucun nom de particulier, ni téléphone ou adresse personnels.', 'data'],
    ['', 'data'],
    [kind === 'carnet' ? 'Modèle Carnet, pas une norme.' : 'Modèle national (schema.data.gouv.fr).', 'data'],
  ]
  return {
    name: SHEETS.guide,
    columns: [{ width: 110, format: 'text' }],
    rows: lines.map(([text, look]) => ({ cells: [textCell(text)], look })),
    frozenRows: 0,
  }
}
