import { parseModel } from '../models/parse-model.ts'
import type { CheckOptions } from './context.ts'
import type { Finding, Report } from './finding.ts'
import { createChecker } from './index.ts'

/** The report on rows of text against a schema as towns' files and schemas are written: tests only. */
export function checkRows(
  schema: object,
  [header, ...rows]: readonly (readonly string[])[],
  options: CheckOptions = {},
): Report {
  const checker = createChecker(parseModel(schema), header!, options)
  checker.pushBatch(rows, 2)
  return checker.end()
}

/** One column named `x`, one row a value. */
export const checkColumn = (field: object, values: readonly string[], schema: object = {}): Report =>
  checkRows({ ...schema, fields: [{ name: 'x', ...field }] }, [['x'], ...values.map(value => [value])])

export const errors = ({ findings }: Report): Finding[] => findings.filter(({ level }) => level === 'error')

/** « code@row » of each error, in order. */
export const errorCodes = (report: Report): string[] => errors(report).map(({ code, row }) => `${code}@${row ?? ''}`)

/** The codes of Carnet's own findings with their rows. */
export const ownCodes = ({ findings }: Report): string[] =>
  findings.filter(({ code }) => code.startsWith('carnet/')).map(({ code, row }) => `${code.slice(7)}@${row ?? ''}`)
