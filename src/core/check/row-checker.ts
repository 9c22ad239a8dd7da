import type { Model } from '../models/model.ts'
import type { CheckOptions } from './context.ts'
import type { Finding } from './finding.ts'
import { RowJudge } from './row-judge.ts'
import { Sink } from './sink.ts'

/** Checks one row at a time, while a person types in it. What was judged once is remembered from one call to the next. */
export interface RowChecker {
  /** What `checkTable` says of this row, but for the rules that hold it against the others (`ACROSS_ROWS`). */
  check(cells: readonly string[], line: number): readonly Finding[]
}

export function createRowChecker(model: Model, header: readonly string[], options: CheckOptions = {}): RowChecker {
  const judge = new RowJudge(model, header, options)
  return {
    check(cells, line) {
      const sink = new Sink(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)
      judge.judge(cells, line, sink)
      return sink.findings
    },
  }
}
