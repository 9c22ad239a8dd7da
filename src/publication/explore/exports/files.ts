import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableFromRows } from '../../../core/table/table.ts'
import { writeParquet } from '../../../store/versions/freeze.ts'
import type { FilesWorld } from '../../files/file.ts'
import { writeTypedParquet } from '../../files/typed-parquet.ts'
import type { PublishedSet } from '../../published.ts'
import { streamRows } from '../../query/stream.ts'
import { fieldsOf } from '../fields.ts'
import { impossible } from '../odsql/problem.ts'
import type { Plan } from '../translate/asked.ts'
import type { Value } from '../translate/outputs.ts'
import { csvText } from './csv.ts'

/** Files that are made whole before they leave. Rows are held meanwhile: beyond, texts are for that. */
export const FILE_FORMATS = ['ods', 'parquet', 'xlsx'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]
const MOST_ROWS = 200_000

export interface MadeFile {
  readonly path: string
  /** Once it was read. */
  readonly remove: () => Promise<void>
}

/** The rows that a plan asks for, as a file of this format in a folder of its own. */
export async function makeFile(
  world: FilesWorld,
  set: PublishedSet,
  plan: Plan,
  { format, limit, labels }: { readonly format: FileFormat; readonly limit?: number; readonly labels: boolean },
): Promise<MadeFile> {
  const rows = await rowsOf(world, set, plan, limit)
  const folder = await mkdtemp(join(tmpdir(), 'carnet-export-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, `export.${format}`)
    await write(world, set, { names: namesOf(set, plan, labels), plan, rows, folder, path, format })
    return { path, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

async function rowsOf(world: FilesWorld, set: PublishedSet, plan: Plan, limit?: number): Promise<Value[][]> {
  const rows: Value[][] = []
  const asked = { ...plan.query, limit: Math.min(limit ?? MOST_ROWS + 1, MOST_ROWS + 1) }
  for await (const some of streamRows(world, set.version, asked).rows) rows.push(...some.map(plan.values))
  if (rows.length > MOST_ROWS)
    throw impossible(`il y a plus de ${MOST_ROWS} lignes pour ce format ; csv, json et jsonl n’ont pas de limite.`)
  return rows
}

function namesOf({ version }: PublishedSet, { names }: Plan, labels: boolean): string[] {
  const known = new Map(fieldsOf(version).map(({ name, label }) => [name, label]))
  return labels ? names.map(name => known.get(name) ?? name) : [...names]
}

interface ToWrite {
  readonly names: readonly string[]
  readonly plan: Plan
  readonly rows: readonly (readonly Value[])[]
  readonly folder: string
  readonly path: string
  readonly format: FileFormat
}

/** Through a table of texts, that the writers of published files take. */
async function write({ threads }: FilesWorld, set: PublishedSet, made: ToWrite): Promise<void> {
  const { names, plan, rows, folder, path, format } = made
  const texts = join(folder, 'texts.parquet')
  await writeParquet(
    tableFromRows(
      names,
      rows.map(row => row.map(value => csvText(value))),
    ),
    texts,
  )
  const columns = plan.names.map((name, at) => columnOf(set, name, names[at]!, rows, at))
  const schema = { fields: columns.map(({ field }) => field), missingValues: [''] }
  if (format === 'parquet')
    return writeTypedParquet({ parquetSha256: '', columns: columns.map(({ column }) => column), schema }, texts, path)
  await threads.run({ type: 'workbook', parquet: texts, schema, title: set.fiche.title, format, path })
}

/** A column of the table keeps what its schema says; what was computed is what its values are. */
function columnOf(set: PublishedSet, name: string, as: string, rows: ToWrite['rows'], at: number) {
  const column = set.version.columns.find(one => one.name === name)
  const fields = Array.isArray(set.version.schema.fields) ? set.version.schema.fields : []
  const field = fields.find(one => (one as { name?: unknown }).name === name) as
    | Readonly<Record<string, unknown>>
    | undefined
  if (column && field) return { column: { ...column, name: as }, field: { ...field, name: as } }
  const numbers = rows.length > 0 && rows.every(row => row[at] === null || typeof row[at] === 'number')
  const type = numbers ? ('number' as const) : ('string' as const)
  return { column: { name: as, title: as, description: '', type, format: 'default' }, field: { name: as, type } }
}
