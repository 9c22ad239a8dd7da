import { kindOf } from '../recipe/kinds.ts'
import { headerKey } from '../recipe/mapping/header.ts'
import { columnNames, findColumn, type Table } from '../table/table.ts'
import { unitSymbol } from '../values/unit.ts'
import type { Context } from './context.ts'
import type { Draft } from './draft.ts'

/** One value written over several columns: opening hours with a column a day, a number with its unit beside it. */
export function proposeComposed(draft: Draft, context: Context): void {
  proposeDays(draft, context)
  for (const field of context.model.fields) if (isNumber(field.type)) proposeUnit(draft, field.name)
}

const DAY =
  /^(lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?)(?:matin|apresmidi|apm|am|pm|soir)?$/

/** « Lundi », « mar. matin »: the column of a day. */
export const isDay = (name: string): boolean => DAY.test(headerKey(name))

/** « Lundi », « Mardi »…: the hours of the model, each day with its name. */
function proposeDays(draft: Draft, { model }: Context): void {
  const field = model.fields.find(one => kindOf(one).kind === 'hours')
  if (!field || draft.cells(field.name)?.some(text => text.trim() !== '')) return
  const columns = columnNames(draft.table).filter(isDay)
  const days = new Set(columns.map(name => headerKey(name).slice(0, 3)))
  const filled = columns.flatMap(name => draft.cells(name)!).filter(text => text.trim() !== '')
  if (days.size < 3 || filled.filter(text => /\d/.test(text)).length < 0.5 * filled.length) return
  draft.apply(
    { type: 'join', columns, separator: ' ; ', into: field.name, named: true },
    `Les colonnes « ${columns[0]} » à « ${columns.at(-1)} » disent les horaires jour par jour : elles forment « ${field.name} ».`,
  )
}

const isNumber = (type: string): boolean => type === 'number' || type === 'integer'

/** « 3,2 » with « ha » in the next column is a number with its unit: apart, it would be read in the unit of the model. */
function proposeUnit(draft: Draft, name: string): void {
  const unit = unitBeside(draft.table, name)
  if (unit === undefined) return
  const said = findColumn(draft.table, unit)!.cells.filter(text => text.trim() !== '').length
  draft.apply(
    { type: 'join', columns: [name, unit], separator: ' ', into: name },
    `« ${unit} » dit l’unité de chaque nombre de « ${name} » : ils sont lus ensemble.`,
    { before: said, after: 0 },
  )
}

function unitBeside({ columns }: Table, name: string): string | undefined {
  const at = columns.findIndex(column => column.name === name)
  const next = at < 0 ? undefined : columns[at + 1]
  if (!next || !/^unites?/.test(headerKey(next.name))) return undefined
  const said = next.cells.filter((text, row) => text.trim() !== '' && columns[at]!.cells[row]!.trim() !== '')
  return said.length > 0 && said.every(text => unitSymbol(text) !== undefined) ? next.name : undefined
}
