import type { Table } from '../../table/table.ts'
import { rowRecord } from '../edit.ts'
import { withoutHelp } from '../helper-rows.ts'
import { describeIdentity, rowIdentities } from '../identity.ts'
import { type Merged, mergeTables } from '../merge/merge-tables.ts'
import { type Question, type SetAsideRow, type StepResult, type StepWorld, unchanged } from '../outcome.ts'
import { findSource } from '../sources.ts'
import type { Step } from '../step.ts'
import { namedAsHere } from './other-columns.ts'

type Merge = Extract<Step, { type: 'merge' }>
/** `generated`: ids that the recipe gave itself, which name no row. */
type MergeWorld = StepWorld & { readonly generated: readonly string[] }

/** Completes the rows with those of another table. Doubtful pairs are questions, conflicts too; a row of the other table is added or set aside, never lost. */
export function mergeSource(table: Table, step: Merge, world: MergeWorld): StepResult {
  const found = findSource(world.sources, step)
  if (!found)
    return unchanged(table, `Le fichier « ${step.source} » n’est pas parmi les fichiers reçus : rien n’a été ajouté.`)
  const { table: right, setAside } = withoutHelp(namedAsHere(found.table, step.columns), world.model)
  const { key, prefer, keep, confirmed, refused } = step
  const merged = mergeTables(table, right, {
    key,
    prefer,
    keep,
    model: world.model,
    ...(confirmed && { confirmed }),
    ...(refused && { refused }),
  })
  return {
    table: merged.table,
    changed: merged.changed,
    added: merged.onlyRight.length + setAside.length,
    questions: [...doubts(table, right, merged, world), ...conflicts(table, right, merged, prefer)],
    notes: [summary(merged, right), ...adviceOn(merged, step.source, world)],
    ...asideOf([...setAside, ...(keep === 'left' ? leftOut(right, merged, world) : [])]),
  }
}

const asideOf = (setAside: readonly SetAsideRow[]) => (setAside.length > 0 ? { setAside } : {})

/** Each sheet of a list holds a part of it: that one has few rows in common says little, and the same sentence for all is shown once. */
function adviceOn({ advice, few }: Merged, source: string, { sources }: StepWorld): readonly string[] {
  const isOneOfSeveral = sources.tables.filter(table => table.source === source).length > 1
  if (!few || !isOneOfSeveral) return advice
  return [
    `Des feuilles de « ${source} » ont peu de lignes en commun avec le premier tableau. C’est normal si chacune tient une partie de la liste ; sinon, vérifiez que les deux fichiers parlent de la même chose.`,
    ...advice.slice(1),
  ]
}

const summary = ({ matched, onlyRight, doubtful }: Merged, right: Table): string =>
  `Rapprochement avec ${placeName(right)} (${counted(right.rows.length, 'ligne', 'lignes')}) : ${counted(matched.length, 'retrouvée', 'retrouvées')}, ${counted(onlyRight.length - doubtful.length, 'nouvelle', 'nouvelles')}, ${doubtful.length} à décider.`

const counted = (count: number, one: string, many: string): string => `${count} ${count > 1 ? many : one}`

const placeName = ({ rows }: Table): string => {
  const { sheet, source } = rows[0] ?? { source: '' }
  return sheet === undefined ? `« ${source} »` : `la feuille « ${sheet} »`
}

function doubts(left: Table, right: Table, { doubtful, key }: Merged, { model, generated }: MergeWorld): Question[] {
  if (doubtful.length === 0) return []
  const [lefts, rights] = [rowIdentities(left, model, generated), rowIdentities(right, model)]
  const column = key?.type === 'name-address' ? key.name : (key?.columns[0] ?? '')
  return doubtful.map(pair => ({
    row: pair.left,
    line: left.rows[pair.left]!.line,
    column,
    value: cell(left, pair.left, column),
    question: `${place(left, pair.left, column)} et ${place(right, pair.right, column)} sont-ils les mêmes ? (${pair.reason})`,
    pair: { left: lefts[pair.left]!, right: rights[pair.right]! },
  }))
}

function conflicts(left: Table, right: Table, merged: Merged, prefer: 'left' | 'right'): Question[] {
  return merged.conflicts.map(({ left: row, right: other, column, leftValue, rightValue }) => {
    const kept = prefer === 'left' ? leftValue : rightValue
    return {
      row,
      line: left.rows[row]!.line,
      column,
      value: kept,
      question: `Deux valeurs : « ${leftValue} » (ligne ${left.rows[row]!.line}) et « ${rightValue} » (${where(right, other)}). J’ai gardé « ${kept} » : est-ce la bonne ?`,
      candidates: [kept, kept === leftValue ? rightValue : leftValue],
      stays: true,
    }
  })
}

const cell = (table: Table, row: number, column: string): string =>
  table.columns.find(one => one.name === column)?.cells[row] ?? ''

const place = (table: Table, row: number, column: string): string =>
  `« ${cell(table, row, column)} » (${where(table, row)})`

function where(table: Table, row: number): string {
  const { sheet, line, source } = table.rows[row]!
  return [sheet === undefined ? source : `feuille « ${sheet} »`, `ligne ${line}`].filter(Boolean).join(', ')
}

function leftOut(right: Table, { onlyRight }: Merged, { model }: StepWorld): SetAsideRow[] {
  const identities = rowIdentities(right, model)
  return onlyRight.map(row => ({
    ref: right.rows[row]!,
    identity: identities[row]!,
    reason: `${describeIdentity(identities[row]!)} n’est pas dans le premier tableau : non ajouté`,
    cells: rowRecord(right, row),
  }))
}
