import { loadModel } from '../adapters/models/load.ts'
import type { Model } from '../core/models/model.ts'
import { gatherTable } from '../core/propose/index.ts'
import { type Merged, mergeTables } from '../core/recipe/merge/merge-tables.ts'
import { sourcesOf } from '../core/recipe/sources.ts'
import type { MergeKey } from '../core/recipe/step.ts'
import { UnreadableFile } from '../core/table/read-result.ts'
import { columnNames, rowCells, type Table } from '../core/table/table.ts'
import { readFileSafely } from '../readers/read.ts'
import { writeCsv } from '../writers/csv/write-csv.ts'
import { needed, readArguments } from './arguments.ts'
import { BadCall, type Verb } from './command.ts'
import { writeResult } from './output-folder.ts'

const USAGE = 'merge A B --model MODELE --key auto|COLONNES [--out DOSSIER] [--prefer left|right] [--dry-run] [--json]'

export const merge: Verb = async (args, world) => {
  const options = {
    model: { type: 'string' },
    key: { type: 'string', default: 'auto' },
    out: { type: 'string' },
    prefer: { type: 'string', default: 'left' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  } as const
  const { values, positionals } = readArguments(args, options, USAGE, [2, 2])
  const model = await loadModel(needed(values.model, '--model MODELE', USAGE))
  if (!values['dry-run']) needed(values.out, '--out DOSSIER', USAGE)
  const [left, right] = (await Promise.all(positionals.map(path => wholeTable(path, model)))) as [Table, Table]
  const merged = mergeTables(left, right, {
    key: keyOf(values.key, left, right),
    prefer: side(values.prefer),
    keep: 'both',
    model,
  })
  if (!values['dry-run'])
    writeResult(
      values.out!,
      new Map([
        ['table.csv', writeCsv(merged.table)],
        ['merge.json', `${JSON.stringify(describe(merged, left, right), null, 2)}\n`],
      ]),
      positionals,
    )
  world.out(values.json ? `${JSON.stringify(describe(merged, left, right), null, 2)}\n` : inWords(merged, left, right))
  return 0
}

/** Every sheet of the file that says the same thing, its columns named as the model does where that is certain. */
async function wholeTable(path: string, model: Model): Promise<Table> {
  const table = gatherTable(sourcesOf([await readFileSafely(path)]), model)
  if (!table) throw new UnreadableFile(`Je ne trouve aucun tableau dans « ${path} ».`)
  return table
}

function keyOf(text: string, left: Table, right: Table): MergeKey | 'auto' {
  if (text === 'auto') return 'auto'
  const columns = text.split(',').map(name => name.trim())
  for (const [table, which] of [
    [left, 'premier'],
    [right, 'second'],
  ] as const)
    for (const name of columns)
      if (!columnNames(table).includes(name))
        throw new BadCall(
          `Je ne trouve pas la colonne « ${name} » dans le ${which} fichier ; il contient ${columnNames(table)
            .slice(0, 12)
            .map(one => `« ${one} »`)
            .join(', ')}.`,
        )
  return { type: 'columns', columns }
}

function side(text: string): 'left' | 'right' {
  if (text === 'left' || text === 'right') return text
  throw new BadCall(
    `J'ai lu --prefer « ${text} » ; j'attendais left (garder le premier fichier) ou right (garder le second).`,
  )
}

/** The contract of `merge --json`. */
function describe(merged: Merged, left: Table, right: Table) {
  const pair = ({ left: a, right: b, score, reason }: Merged['matched'][number]) => ({
    a: rowOf(left, a),
    b: rowOf(right, b),
    score,
    reason,
  })
  return {
    key: merged.key,
    matched: merged.matched.map(pair),
    onlyA: merged.onlyLeft.map(row => rowOf(left, row)),
    onlyB: merged.onlyRight.map(row => rowOf(right, row)),
    doubtful: merged.doubtful.map(pair),
    conflicts: merged.conflicts.map(({ left: a, right: b, column, leftValue, rightValue }) => ({
      column,
      a: { line: left.rows[a]!.line, value: leftValue },
      b: { line: right.rows[b]!.line, value: rightValue },
    })),
    advice: merged.advice,
  }
}

const rowOf = (table: Table, row: number) => ({
  line: table.rows[row]!.line,
  cells: Object.fromEntries(columnNames(table).map((name, c) => [name, rowCells(table, row)[c]!])),
})

/** « Aucune ligne n’est… », « 1 ligne se retrouve… », « 12 lignes se retrouvent… » */
const counted = (count: number, one: string, many: string): string =>
  count === 0 ? `Aucune ligne ${one}` : count === 1 ? `1 ligne ${one}` : `${count} lignes ${many}`

const inWords = (
  { matched, onlyLeft, onlyRight, doubtful, conflicts, advice }: Merged,
  left: Table,
  right: Table,
): string =>
  [
    `${counted(matched.length, 'se retrouve', 'se retrouvent')} dans les deux fichiers (${left.rows.length} et ${right.rows.length} lignes).`,
    `${counted(onlyLeft.length, 'n’est', 'ne sont')} que dans le premier. ${counted(onlyRight.length, 'n’est', 'ne sont')} que dans le second${doubtful.length > 0 ? `, dont ${doubtful.length} à décider` : ''}.`,
    ...doubtful.map(
      pair =>
        `  à décider : ligne ${left.rows[pair.left]!.line} et ligne ${right.rows[pair.right]!.line} (${pair.reason})`,
    ),
    ...conflicts.map(
      ({ left: row, column, leftValue, rightValue }) =>
        `  deux valeurs, ligne ${left.rows[row]!.line}, « ${column} » : « ${leftValue} » et « ${rightValue} »`,
    ),
    ...advice,
    '',
  ].join('\n')
