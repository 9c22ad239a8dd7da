import { writeFile } from 'node:fs/promises'
import type { Model } from '../../core/models/model.ts'
import { parseModel } from '../../core/models/parse-model.ts'
import { roleOf } from '../../core/recipe/roles.ts'
import { readFrozenTable } from '../../store/versions/read-table.ts'
import { writeOds } from '../../writers/ods/write-ods.ts'
import { writeXlsx } from '../../writers/xlsx/write-xlsx.ts'
import type { Task, TaskResult } from './task.ts'

const WRITERS = { xlsx: writeXlsx, ods: writeOds }

/** A frozen version as a spreadsheet, written at `path`. */
export async function writeWorkbook(task: Extract<Task, { type: 'workbook' }>): Promise<TaskResult<'workbook'>> {
  const table = await readFrozenTable(task.parquet)
  const bytes = await WRITERS[task.format]([{ name: task.title, table, model: modelOf(task.schema) }])
  await writeFile(task.path, bytes)
  return {}
}

/** The schema frozen with the version does not say which numbers are codes: their names do. */
function modelOf(schema: unknown): Model {
  const model = parseModel(schema)
  const fields = model.fields.map(field => {
    const role = roleOf(field)
    return role === undefined ? field : { ...field, role }
  })
  return { ...model, fields }
}
