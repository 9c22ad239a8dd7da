import { openQuestions, questionsTable } from '../../core/propose/index.ts'
import { type Table, tableFromRows } from '../../core/table/table.ts'
import { writeCsv } from '../../writers/csv/write-csv.ts'
import { writeGeojson } from '../../writers/geojson/write-geojson.ts'
import { writeOds } from '../../writers/ods/write-ods.ts'
import { writeXlsx } from '../../writers/xlsx/write-xlsx.ts'
import { checked } from './check.ts'
import { loadSet } from './load.ts'
import type { Task, TaskResult } from './task.ts'

type Export = Extract<Task, { type: 'export' }>

/** The set as a file, from the server's own table. */
export async function exportTable(task: Export): Promise<TaskResult<'export'>> {
  const made = await write(task)
  return { bytes: typeof made === 'string' ? new TextEncoder().encode(made) : made }
}

async function write({ set, format, title }: Export): Promise<string | Uint8Array> {
  const { result, report } = checked(set, await loadSet(set))
  const { table } = result
  const { model } = set
  switch (format) {
    case 'csv':
      return writeCsv(table)
    case 'xlsx':
      return writeXlsx([{ name: title, table, model }])
    case 'ods':
      return writeOds([{ name: title, table, model }])
    case 'json':
      return JSON.stringify(records(table))
    case 'geojson':
      return writeGeojson(table, model)
    case 'report.csv':
      return writeCsv(
        tableFromRows(
          ['niveau', 'ligne', 'colonne', 'valeur', 'constat'],
          report.findings.map(({ level, row, column, value, message }) => [
            LEVELS[level],
            row === null ? '' : String(row),
            column ?? '',
            value ?? '',
            message,
          ]),
        ),
        { bom: true },
      )
    case 'questions.csv':
      return writeCsv(
        questionsTable(
          openQuestions(
            result,
            set.steps.filter(step => step.off),
            report,
          ),
        ),
        { bom: true },
      )
  }
}

const LEVELS = { error: 'à corriger', warning: 'à vérifier', advice: 'conseil' } as const

const records = ({ columns, rows }: Table): Record<string, string>[] =>
  rows.map((_, row) => Object.fromEntries(columns.map(({ name, cells }) => [name, cells[row] ?? ''])))
