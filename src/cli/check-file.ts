import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { type CheckOptions, checkTable, createChecker, type Finding, type Report } from '../core/check/index.ts'
import type { Model } from '../core/models/model.ts'
import { headerKey } from '../core/recipe/mapping/header.ts'
import { type ReadOptions, type ReadTable, UnreadableFile } from '../core/table/read-result.ts'
import { columnNames } from '../core/table/table.ts'
import { openCsvStream } from '../readers/csv/stream-csv.ts'
import { readFileSafely } from '../readers/read.ts'
import { isGzip, sniffFormat } from '../readers/sniff.ts'

/**
 * The report on a file. Delimited text whose first line holds the model's columns is streamed in this process, in constant memory, each record as it is
 * written (a cell too many is told); anything else goes through the readers' own process, which finds the table.
 */
export async function checkFile(
  path: string,
  model: Model,
  reading: ReadOptions,
  options: CheckOptions,
): Promise<Report> {
  const streamed = isPlainText(path, reading) ? await checkStream(path, model, reading, options) : undefined
  return streamed ?? checkFound(path, model, reading, options)
}

const HEAD = 65_536

/** True for delimited text that nobody asked to read otherwise. */
function isPlainText(path: string, { sheet, headerRow, hidden }: ReadOptions): boolean {
  if (sheet !== undefined || headerRow !== undefined || hidden) return false
  // What is missing, or no file at all, is told by the readers.
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false
  const head = readHead(path)
  if (isGzip(head)) return false
  try {
    return sniffFormat(head, basename(path)) === 'csv'
  } catch (error) {
    // The readers say it better: they see the whole file.
    if (error instanceof UnreadableFile) return false
    throw error
  }
}

function readHead(path: string): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const head = new Uint8Array(HEAD)
    return head.subarray(0, readSync(file, head))
  } finally {
    closeSync(file)
  }
}

/** Undefined when the first line is not the model's header: a title above the table, another model. */
async function checkStream(
  path: string,
  model: Model,
  reading: ReadOptions,
  options: CheckOptions,
): Promise<Report | undefined> {
  const stream = await openCsvStream(createReadStream(path, { highWaterMark: 1 << 18 }), reading)
  let checker: ReturnType<typeof createChecker> | undefined
  for await (const { cells, firstLine } of stream) {
    const header = checker ? undefined : cells[0]!
    if (header && !isHeader(header, model)) return undefined
    checker ??= createChecker(model, cells[0]!, options)
    checker.pushBatch(header ? cells.slice(1) : cells, header ? firstLine + 1 : firstLine)
  }
  return checker && withRemarks(checker.end(), stream.warnings.map(remark))
}

function isHeader(names: readonly string[], model: Model): boolean {
  const known = new Set(model.fields.map(field => headerKey(field.name)))
  return names.filter(name => known.has(headerKey(name))).length * 2 >= Math.min(names.length, known.size)
}

async function checkFound(path: string, model: Model, reading: ReadOptions, options: CheckOptions): Promise<Report> {
  const { tables, warnings } = await readFileSafely(path, reading)
  const found = closest(tables, model)
  const report = checkTable(found.table, model, options)
  const others = tables.filter(table => table !== found).map(otherTable)
  return withRemarks(report, [...warnings.map(remark), ...others, ...leftOut(found)])
}

/** The table with the most columns of the model; between equals, the longest. */
function closest(tables: readonly ReadTable[], model: Model): ReadTable {
  const known = new Set(model.fields.map(field => headerKey(field.name)))
  const score = ({ table }: ReadTable) => columnNames(table).filter(name => known.has(headerKey(name))).length
  return tables.reduce((best, one) => {
    const gain = score(one) - score(best)
    return gain > 0 || (gain === 0 && one.table.rows.length > best.table.rows.length) ? one : best
  })
}

const about = (level: Finding['level'], code: string, row: number | null, message: string): Finding => ({
  level,
  code,
  row,
  column: null,
  value: null,
  message,
})

const remark = (message: string): Finding => about('warning', 'carnet/reading', null, message)

const otherTable = ({ sheet, headerRow, table }: ReadTable): Finding =>
  about(
    'advice',
    'carnet/other-table',
    null,
    `Je n'ai pas vérifié l'autre tableau${sheet === undefined ? '' : ` de la feuille « ${sheet} »`} (titres à la ligne ${headerRow}, ${table.rows.length} lignes).`,
  )

/** Rows that the readers left out under the titles: a blank one among the data is an error, the others are told. */
function leftOut({ setAside, headerRow, table }: ReadTable): Finding[] {
  const last = table.rows.at(-1)?.line ?? 0
  return setAside
    .filter(({ row }) => row > headerRow)
    .flatMap(({ row, reason, cells }) => {
      if (cells) return [about('advice', 'carnet/set-aside', row, `Ligne non vérifiée : ${reason}.`)]
      return row < last ? [about('error', 'blank-row', row, `Il y a ici ${reason} : à supprimer.`)] : []
    })
}

function withRemarks(report: Report, remarks: readonly Finding[]): Report {
  if (remarks.length === 0) return report
  const counts = { ...report.counts }
  for (const { code } of remarks) counts[code] = (counts[code] ?? 0) + 1
  const broken = remarks.some(({ level }) => level === 'error')
  return {
    ...report,
    valid: report.valid && !broken,
    conformity: broken ? Math.min(99.9, report.conformity) : report.conformity,
    findings: [...report.findings, ...remarks],
    counts,
  }
}
