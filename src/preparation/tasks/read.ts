import { UnreadableFile } from '../../core/table/read-result.ts'
import { columnNames } from '../../core/table/table.ts'
import { readFileSafely } from '../../readers/read.ts'
import { packContent } from './content.ts'
import type { Task, TaskResult } from './task.ts'

/** A job can wait for its turn: a good file is not refused because the machine is busy. A crafted one burns its processor time all the same. */
const PATIENCE = 6

/** A foreign file is parsed in a child process of its own; here its answer is made ready to keep. */
export async function read({ path, name, sha256 }: Extract<Task, { type: 'read' }>): Promise<TaskResult<'read'>> {
  try {
    const result = await readFileSafely(path, {}, { patience: PATIENCE }, name)
    const tables = result.tables.map(({ sheet, table }) => ({
      ...(sheet !== undefined && { sheet }),
      rows: table.rows.length,
      columns: columnNames(table),
    }))
    return { content: await packContent(result, sha256), tables }
  } catch (error) {
    if (error instanceof UnreadableFile) return { unreadable: error.message }
    throw error
  }
}
