import { check } from './check.ts'
import { compare } from './compare.ts'
import { cover } from './cover.ts'
import { differ } from './differ.ts'
import { exportTable } from './export.ts'
import { freeze } from './freeze/freeze.ts'
import { lookForPersonsIn } from './guard.ts'
import { look } from './look.ts'
import { proposeSteps } from './propose.ts'
import { read } from './read.ts'
import type { Task, TaskResult, TaskType, Tell } from './task.ts'
import { writeWorkbook } from './workbook.ts'

/** What a thread does with what it is asked. */
export function runTask(task: Task, tell: Tell): Promise<TaskResult<TaskType>> {
  switch (task.type) {
    case 'read':
      return read(task)
    case 'propose':
      return proposeSteps(task, tell)
    case 'check':
      return check(task)
    case 'compare':
      return compare(task, tell)
    case 'look':
      return look(task)
    case 'cover':
      return cover(task)
    case 'export':
      return exportTable(task)
    case 'guard':
      return lookForPersonsIn(task)
    case 'freeze':
      return freeze(task)
    case 'workbook':
      return writeWorkbook(task)
    case 'differ':
      return differ(task)
  }
}
