/**
 * How much of what names a person the guard finds, and how often it is right (`npm run bench:guard`), on labelled tables whose people are all
 * invented. Files named `blind-…` are only measured: `--mistakes` shows the mistakes of the others, those that the detectors are tuned on (`--tuned`: these alone).
 */
import { lookForPersons } from '../src/core/privacy/index.ts'
import { tableFromRows } from '../src/core/table/table.ts'
import { DIRECT, isHeldOut, type LabelledTable, rates, readCorpus, type Scored, score } from './guard-score.ts'

const corpus = readCorpus()
const parts = [
  { title: 'Tuned on', tables: corpus.filter(({ name }) => !isHeldOut(name)) },
  ...(process.argv.includes('--tuned')
    ? []
    : [{ title: 'Blind', tables: corpus.filter(({ name }) => isHeldOut(name)) }]),
]
const percent = (rate: number) => `${(rate * 100).toFixed(1)} %`.padStart(8)

for (const { title, tables } of parts) {
  const scored = score(tables)
  console.log(`\n## ${title}: ${tables.length} tables, ${columns(tables)} columns, ${cells(tables)} cells\n`)
  table(scored)
  if (title === 'Tuned on' && process.argv.includes('--mistakes'))
    for (const { file, column, kind, what, cells: texts } of scored.mistakes)
      console.log(`${what.padEnd(6)} ${kind} ${file}/${column}: ${texts.slice(0, 5).join(' | ')}`)
}
speed()

function table(scored: Scored): void {
  console.log('| kind | columns labelled | recall | precision | cells labelled | recall | precision |')
  console.log('|--|--:|--:|--:|--:|--:|--:|')
  const kinds = [...scored.scores.keys()].sort()
  for (const kind of kinds) line(kind, scored, one => one === kind)
  line('**direct identifiers**', scored, kind => DIRECT.has(kind))
  line('**all**', scored, () => true)
}

function line(
  name: string,
  scored: Scored,
  kinds: (kind: typeof scored.scores extends ReadonlyMap<infer K, unknown> ? K : never) => boolean,
): void {
  const chosen = [...scored.scores].filter(([kind]) => kinds(kind)).map(([, one]) => one)
  const labelled = chosen.reduce((sum, one) => sum + one.found + one.missed, 0)
  const cellsLabelled = chosen.reduce((sum, one) => sum + one.cellsFound + one.cellsMissed, 0)
  const { recall, precision, cellRecall, cellPrecision } = rates(scored, kinds)
  console.log(
    `| ${name} | ${labelled} | ${percent(recall)} | ${percent(precision)} | ${cellsLabelled} | ${percent(cellRecall)} | ${percent(cellPrecision)} |`,
  )
}

function columns(tables: readonly LabelledTable[]): number {
  return tables.reduce((sum, { table: one }) => sum + one.columns.length, 0)
}
function cells(tables: readonly LabelledTable[]): number {
  return tables.reduce((sum, { table: one }) => sum + one.columns.length * one.rows.length, 0)
}

/** 5,000 rows by 40 columns, taken all along the corpus; each row has its own number, so that writings differ. */
function speed(): void {
  const all = corpus.flatMap(({ table: one }) => one.columns)
  const source = Array.from({ length: 40 }, (_, at) => all[Math.floor((at * all.length) / 40)]!)
  const rows = Array.from({ length: 5_000 }, (_, row) =>
    source.map(({ cells: texts }) =>
      row % 3 === 0 ? texts[row % texts.length]! : `${texts[row % texts.length]} ${row}`,
    ),
  )
  const big = tableFromRows(
    source.map(({ name }, at) => `${name} ${at}`),
    rows,
  )
  lookForPersons({ table: big })
  const start = performance.now()
  const { length } = lookForPersons({ table: big })
  console.log(`\n5,000 rows x 40 columns: ${Math.round(performance.now() - start)} ms, ${length} findings`)
}
