import type { DayEntry } from './items.ts'
import { type Doubt, type Schedule, type Scope, scopeKey } from './schedule.ts'
import { add, type Settled, type Week } from './week.ts'
import { apply } from './week-exceptions.ts'

/** Statements and exceptions as one week a scope. Two statements that contradict each other are a doubt, never a choice. */
export function settle({ statements, exceptions }: Schedule): Settled {
  const doubts: Doubt[] = []
  const weeks = new Map<string, Week>()
  const closedNth: DayEntry[] = []
  for (let i = 0; i <= statements.length; i++) {
    for (const exception of exceptions.filter(({ before }) => before === i)) apply(exception, weeks, closedNth, doubts)
    if (i < statements.length) add(statements[i]!, weekOf(weeks, statements[i]!.scope), doubts)
  }
  for (const exception of exceptions.filter(({ before }) => before > statements.length))
    apply(exception, weeks, closedNth, doubts)
  return { weeks: [...weeks.values()], closedNth, doubts }
}

function weekOf(weeks: Map<string, Week>, scope: Scope): Week {
  const key = scopeKey(scope)
  let week = weeks.get(key)
  if (!week) weeks.set(key, (week = { scope, days: [], publicHolidays: undefined }))
  return week
}
