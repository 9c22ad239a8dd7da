import type { Table } from '../../table/table.ts'
import { type StepResult, type StepWorld, unchanged } from '../outcome.ts'
import type { Step } from '../step.ts'

// Stand-in: comes with a next slice.
export const readHoursColumn = (
  table: Table,
  _step: Extract<Step, { type: 'hours' }>,
  _world?: StepWorld,
): StepResult => unchanged(table, 'Cette étape n’est pas encore prête.')
