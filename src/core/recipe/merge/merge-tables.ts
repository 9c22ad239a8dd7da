import type { Model } from '../../models/model.ts'
import { columnNames, findColumn, type Table } from '../../table/table.ts'
import { emptyColumn, stack, takeRows } from '../edit.ts'
import { identityFinder } from '../identity.ts'
import type { MergeKey, RowPair } from '../step.ts'
import { chooseKey, keyText } from './key.ts'
import { type Matches, matchRows, type Pair } from './match-rows.ts'

export interface MergeOptions {
  readonly key: MergeKey | 'auto'
  /** Whose value is kept when both sides have one. */
  readonly prefer: 'left' | 'right'
  /** `both`: rows that only the right table has are added below. */
  readonly keep: 'left' | 'both'
  readonly confirmed?: readonly RowPair[]
  readonly refused?: readonly RowPair[]
  readonly model: Model
}

/** Two values for one cell. The one that was not kept is here: nothing is lost. */
export interface Conflict {
  readonly left: number
  readonly right: number
  readonly column: string
  readonly leftValue: string
  readonly rightValue: string
}

export interface Merged {
  readonly table: Table
  /** The key that was used; undefined when the tables have nothing to be compared by. */
  readonly key: MergeKey | undefined
  readonly matched: readonly Pair[]
  readonly doubtful: readonly Pair[]
  /** Rows of one side without a match, the doubtful ones included. */
  readonly onlyLeft: readonly number[]
  readonly onlyRight: readonly number[]
  readonly conflicts: readonly Conflict[]
  /** French sentences, « 11 des 300 lignes se retrouvent… ». */
  readonly advice: readonly string[]
  /** So few rows in common that the two tables may not speak of the same things: the first advice says it. */
  readonly few: boolean
  /** Cells of the left rows that the right table filled or changed. */
  readonly changed: number
}

/** Rows of the left table in their order, completed from the right; then, with `keep: 'both'`, those that only the right has. */
export function mergeTables(left: Table, right: Table, options: MergeOptions): Merged {
  const key = options.key === 'auto' ? chooseKey(left, right, options.model) : options.key
  const found = withDecided(left, right, options, key ? matchRows(left, right, key) : { matched: [], doubtful: [] })
  const [lefts, rights] = [
    new Set(found.matched.map(pair => pair.left)),
    new Set(found.matched.map(pair => pair.right)),
  ]
  const onlyLeft = rowsWithout(left, lefts)
  const onlyRight = rowsWithout(right, rights)
  const { table, conflicts, changed } = complete(left, right, found.matched, options.prefer)
  const below = options.keep === 'both' ? takeRows(right, onlyRight) : undefined
  return {
    table: below ? stack(table, below) : table,
    key,
    ...found,
    onlyLeft,
    onlyRight,
    conflicts,
    advice: adviceOn(left, right, key, found),
    few: key !== undefined && isFew(left, right, found),
    changed,
  }
}

/** What a person said of pairs comes first: those confirmed are made, those refused are neither made nor asked. */
function withDecided(
  left: Table,
  right: Table,
  { confirmed = [], refused = [] }: MergeOptions,
  found: Matches,
): Matches {
  if (confirmed.length + refused.length === 0) return found
  const [findLeft, findRight] = [identityFinder(left), identityFinder(right)]
  const placed = (pairs: readonly RowPair[]) =>
    pairs.flatMap(pair => {
      const [a, b] = [findLeft(pair.left), findRight(pair.right)]
      return a === undefined || b === undefined ? [] : [{ left: a, right: b }]
    })
  const made = placed(confirmed).map((pair): Pair => ({ ...pair, score: 1, reason: 'confirmé par une personne' }))
  const no = new Set(placed(refused).map(pair => `${pair.left} ${pair.right}`))
  const free = (pair: Pair) =>
    !no.has(`${pair.left} ${pair.right}`) && !made.some(one => one.left === pair.left || one.right === pair.right)
  return {
    matched: [...found.matched.filter(free), ...made].sort((a, b) => a.left - b.left),
    doubtful: found.doubtful.filter(free),
  }
}

const rowsWithout = (table: Table, taken: ReadonlySet<number>): number[] =>
  table.rows.flatMap((_, row) => (taken.has(row) ? [] : [row]))

function complete(left: Table, right: Table, pairs: readonly Pair[], prefer: 'left' | 'right') {
  const conflicts: Conflict[] = []
  let changed = 0
  const names = new Set(columnNames(left))
  const added = right.columns
    .filter(column => !names.has(column.name))
    .map(column => emptyColumn(column.name, left.rows.length))
  const columns = [...left.columns, ...added].map(column => {
    const other = findColumn(right, column.name)
    if (!other) return column
    const cells = [...column.cells]
    for (const pair of pairs) {
      const [mine, theirs] = [cells[pair.left] ?? '', other.cells[pair.right] ?? '']
      if (theirs.trim() === '' || theirs === mine) continue
      const differ = mine.trim() !== ''
      if (differ && keyText(mine) !== keyText(theirs))
        conflicts.push({ left: pair.left, right: pair.right, column: column.name, leftValue: mine, rightValue: theirs })
      if (differ && prefer === 'left') continue
      cells[pair.left] = theirs
      changed++
    }
    return cells.some((cell, row) => cell !== column.cells[row]) ? { name: column.name, cells } : column
  })
  return { table: { columns, rows: left.rows }, conflicts, changed }
}

function adviceOn(left: Table, right: Table, key: MergeKey | undefined, { matched, doubtful }: Matches): string[] {
  if (!key)
    return [
      'Ces deux tableaux n’ont aucune colonne commune (nom, adresse, identifiant) : je ne peux pas rapprocher leurs lignes.',
    ]
  const advice: string[] = []
  if (isFew(left, right, { matched }))
    advice.push(
      `${fewRows(matched.length, right.rows.length)} dans le premier tableau : mieux vaut ne pas fusionner. Vérifiez que les deux fichiers parlent de la même chose, ou choisissez une autre clé que ${keyInWords(key)}.`,
    )
  if (doubtful.length > 0)
    advice.push(
      doubtful.length === 1
        ? 'Un rapprochement est à décider : il n’est pas fait tant que vous ne le confirmez pas.'
        : `${doubtful.length} rapprochements sont à décider : ils ne sont pas faits tant que vous ne les confirmez pas.`,
    )
  return advice
}

function isFew(left: Table, right: Table, { matched }: Pick<Matches, 'matched'>): boolean {
  const smaller = Math.min(left.rows.length, right.rows.length)
  return smaller >= 5 && matched.length < 0.3 * smaller
}

const fewRows = (matched: number, of: number): string => {
  if (matched === 0) return `Aucune des ${of} lignes ne se retrouve`
  return matched === 1 ? `Une seule ligne sur ${of} se retrouve` : `Seules ${matched} lignes sur ${of} se retrouvent`
}

export const keyInWords = (key: MergeKey): string =>
  key.type === 'columns'
    ? key.columns.map(name => `« ${name} »`).join(' et ')
    : `« ${key.name} »${key.address === undefined ? '' : ` avec « ${key.address} »`}`
