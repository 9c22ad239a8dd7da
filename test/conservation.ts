import type { ReadResult, ReadTable } from '../src/core/table/read-result.ts'

/** Lines of one sheet, each in its place: in a table, a row of titles, set aside, or blank. */
export interface Account {
  readonly sheet: string | undefined
  /** Lines that hold something, whatever became of them. */
  readonly filled: ReadonlySet<number>
  /** What is wrong, in words; nothing when every line is accounted for. */
  readonly faults: readonly string[]
}

/** Formats whose lines a person counts in the file itself. */
const LINED = new Set(['csv', 'xlsx', 'xls', 'ods', 'fods'])

/**
 * Rows in = rows out + rows set aside, each with its reason: from the first line of a sheet to its last, each is in one place, and in one
 * only within a table (tables side by side share their lines).
 */
export function accounts({ format, tables }: ReadResult): Account[] {
  if (!LINED.has(format)) return []
  const sheets = new Map<string | undefined, ReadTable[]>()
  for (const table of tables) sheets.set(table.sheet, [...(sheets.get(table.sheet) ?? []), table])
  return [...sheets].map(([sheet, found]) => accountOf(sheet, found))
}

function accountOf(sheet: string | undefined, tables: readonly ReadTable[]): Account {
  const filled = new Set<number>()
  const blank = new Set<number>()
  const faults: string[] = []
  for (const { headerRow, table, setAside } of tables) {
    const own = new Set<number>()
    const claim = (line: number) => {
      if (own.has(line)) faults.push(`la ligne ${line} compte deux fois`)
      own.add(line)
      filled.add(line)
    }
    if (headerRow > 0) claim(headerRow)
    for (const { line } of table.rows) claim(line)
    for (const { row, reason } of setAside) {
      if (reason.trim() === '') faults.push(`la ligne ${row} est mise de côté sans raison`)
      const run = /^(?:ligne vide|(\d+) lignes vides)$/.exec(reason)
      if (run === null) claim(row)
      else for (let i = 0; i < Number(run[1] ?? 1); i++) blank.add(row + i)
    }
    for (const { name, cells } of table.columns)
      if (cells.length !== table.rows.length)
        faults.push(`la colonne « ${name} » n’a pas autant de cases que de lignes`)
  }
  const last = Math.max(0, ...lines(filled))
  for (let line = 1; line <= last; line++)
    if (filled.has(line) === blank.has(line))
      faults.push(`la ligne ${line} ${blank.has(line) ? 'est dite vide et ne l’est pas' : 'a disparu'}`)
  return { sheet, filled, faults }
}

/** `Math.max(...set)` has too many arguments for a large sheet. */
const lines = (set: ReadonlySet<number>): number[] => [[...set].reduce((most, line) => Math.max(most, line), 0)]
