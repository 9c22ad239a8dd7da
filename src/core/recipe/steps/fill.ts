import type { Table } from '../../table/table.ts'
import { editCells, indexOf } from '../edit.ts'
import { type StepResult, unchanged } from '../outcome.ts'
import type { Step } from '../step.ts'
import { fillColumns, missing } from './columns.ts'

type Of<Type extends Step['type']> = Extract<Step, { type: Type }>

/** The same value on every row. A column that is already there keeps what it says: only its holes are filled, and what differs is told. */
export function addConstant(table: Table, step: Of<'add-constant'>): StepResult {
  const at = indexOf(table, step.column)
  const result = fillColumns(table, [step.column], () => step.value)
  const other = at < 0 ? 0 : table.columns[at]!.cells.filter(text => text.trim() !== '' && text !== step.value).length
  if (other === 0) return result
  const cells = other === 1 ? '1 case dit' : `${other} cases disent`
  return {
    ...result,
    notes: [`${cells} autre chose que « ${step.value} » dans « ${step.column} » : je les ai gardées.`],
  }
}

export function fillEmpty(table: Table, step: Of<'fill'>): StepResult {
  if (indexOf(table, step.column) < 0) return unchanged(table, missing(step.column))
  return fillColumns(table, [step.column], () => step.value)
}

/** Merged and group cells: each hole takes the cell above. Holes before the first filled cell stay. */
export function fillDown(table: Table, step: Of<'fill-down'>): StepResult {
  let above = ''
  const edited = editCells(table, step.column, text => {
    if (text.trim() !== '') above = text
    return text.trim() === '' ? above : text
  })
  return edited ?? unchanged(table, missing(step.column))
}
