import type { Table } from '../../table/table.ts'
import type { StepResult, StepWorld } from '../outcome.ts'
import type { Step } from '../step.ts'
import { appendTable } from './append.ts'
import { byHand } from './by-hand.ts'
import { arrangeColumns, dropColumns, joinColumns, splitColumn } from './columns.ts'
import { convertUnits } from './convert-unit.ts'
import { correctCell } from './correct-cell.ts'
import { fillDitto } from './ditto.ts'
import { addConstant, fillDown, fillEmpty } from './fill.ts'
import { generateIds } from './generate-ids.ts'
import { geocodeRows } from './geocode.ts'
import { readHoursColumn } from './hours.ts'
import { joinLonlat, reproject, splitLonlat, swapLonlat } from './lonlat.ts'
import { mapColumns, renameColumn } from './map.ts'
import { mergeSource } from './merge.ts'
import { normalise } from './normalise.ts'
import { pivotLong } from './pivot-long.ts'
import { mergeClusters, replaceValues } from './replace-values.ts'
import { deduplicate, deleteRow, filterRows, type RowWorld } from './rows.ts'
import { selectTable } from './select-table.ts'
import { splitAddress } from './split-address.ts'

export type ApplyWorld = StepWorld & RowWorld

/** One step on one table. No default: the compiler counts the cases. */
export function applyStep(table: Table, step: Step, world: ApplyWorld): StepResult {
  switch (step.type) {
    case 'select-table':
      return selectTable(table, step, world)
    case 'map':
      return mapColumns(table, step.columns)
    case 'rename':
      return renameColumn(table, step)
    case 'split':
      return splitColumn(table, step)
    case 'split-address':
      return splitAddress(table, step)
    case 'join':
      return joinColumns(table, step)
    case 'drop':
      return dropColumns(table, step)
    case 'arrange':
      return arrangeColumns(table, step)
    case 'add-constant':
      return addConstant(table, step)
    case 'fill':
      return fillEmpty(table, step)
    case 'fill-down':
      return fillDown(table, step)
    case 'ditto':
      return fillDitto(table, step)
    case 'normalise':
      return normalise(table, step, world)
    case 'convert-unit':
      return convertUnits(table, step)
    case 'replace-values':
      return replaceValues(table, step)
    case 'cluster':
      return mergeClusters(table, step)
    case 'filter':
      return filterRows(table, step, world)
    case 'deduplicate':
      return deduplicate(table, step, world)
    case 'generate-ids':
      return generateIds(table, step, world)
    case 'geocode':
      return geocodeRows(table, step, world)
    case 'hours':
      return readHoursColumn(table, step)
    case 'split-lonlat':
      return splitLonlat(table, step, world)
    case 'join-lonlat':
      return joinLonlat(table, step, world)
    case 'reproject':
      return reproject(table, step, world)
    case 'swap-lonlat':
      return swapLonlat(table, step, world)
    case 'merge':
      return mergeSource(table, step, world)
    case 'append':
      return appendTable(table, step, world)
    case 'pivot-long':
      return pivotLong(table, step)
    case 'correct-cell':
      return correctCell(table, step)
    case 'by-hand':
      return byHand(table, step, world)
    case 'delete-row':
      return deleteRow(table, step, world)
    // What it restores was never set aside: see `restorations` in replay.ts.
    case 'restore-row':
      return { table, changed: 0 }
  }
}
