import type { Table } from '../../table/table.ts'
import { convertUnit } from '../../values/unit.ts'
import { editCells } from '../edit.ts'
import { type StepResult, unchanged } from '../outcome.ts'
import type { Step } from '../step.ts'
import { missing } from './columns.ts'

/** The numbers of a column from one unit to another of the same family: the point moves, no digit is lost. Other cells stay. */
export function convertUnits(table: Table, step: Extract<Step, { type: 'convert-unit' }>): StepResult {
  const { column, from, to } = step
  if (convertUnit('1', from, to) === undefined)
    return unchanged(
      table,
      `Je ne sais pas convertir « ${from} » en « ${to} » : « ${column} » est restée telle quelle.`,
    )
  const edited = editCells(table, column, text =>
    /^-?\d+(?:\.\d+)?$/.test(text.trim()) ? (convertUnit(text.trim(), from, to) ?? text) : text,
  )
  return edited ?? unchanged(table, missing(column))
}
