export { type Checker, checkTable, createChecker } from './checker.ts'
export type { CheckOptions } from './context.ts'
export type { Finding, Report } from './finding.ts'
