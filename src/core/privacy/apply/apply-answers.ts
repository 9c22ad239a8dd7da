import type { Field, FieldType, Model, Town } from '../../models/model.ts'
import type { Column, Table } from '../../table/table.ts'
import type { GuardAnswer, PersonalFinding } from '../finding.ts'
import type { Hit } from '../hit.ts'
import { hitsOf, keyOf } from '../hits.ts'
import { once } from '../look.ts'
import { viewTable } from '../view.ts'
import { pseudonym } from './pseudonym.ts'

/** By the key of the finding. */
export type Answers = Readonly<Record<string, GuardAnswer>>

export interface Treated {
  /** The same rows; columns that were dropped have gone. */
  readonly table: Table
  /** The model of what is left: a date of which the year stays is a year. Given when the model was. */
  readonly model?: Model
  /** French sentences for « traitements effectués », one a treatment. */
  readonly notes: readonly string[]
}

interface Known {
  readonly model?: Model | undefined
  readonly town?: Town | undefined
}

/**
 * What the answers make of the table: as they were found, the cells are said less precisely, replaced by codes, or their column goes. `keep` and
 * `ask` change nothing. Pure, and done twice it is done once. `salt`: the set's own secret.
 */
export function applyAnswers(
  table: Table,
  findings: readonly PersonalFinding[],
  answers: Answers,
  salt: string,
  { model, town }: Known = {},
): Treated {
  const known = new Set(findings.map(({ key }) => key))
  const seen = new Map<string, number>()
  const work = hitsOf(viewTable(table, { model, town })).flatMap(hit => {
    const key = once(keyOf(hit), seen)
    const answer = known.has(key) && Object.hasOwn(answers, key) ? answers[key] : undefined
    return answer === undefined ? [] : [{ hit, answer }]
  })
  const columns = table.columns.map((column, at) => treatColumn(column, at, table, work, salt))
  const left = { ...table, columns: columns.flatMap(({ column }) => column ?? []) }
  const fields = new Map(columns.flatMap(({ column, type }) => (column && type ? [[column.name, type] as const] : [])))
  return {
    table: left,
    ...(model && { model: fields.size === 0 ? model : retyped(model, fields) }),
    notes: columns.flatMap(({ notes }) => notes),
  }
}

interface TreatedColumn {
  /** Absent: dropped. */
  readonly column?: Column
  readonly type?: FieldType
  readonly notes: readonly string[]
}
type Work = readonly { readonly hit: Hit; readonly answer: GuardAnswer }[]

function treatColumn(column: Column, at: number, table: Table, work: Work, salt: string): TreatedColumn {
  const mine = work.filter(
    ({ hit }) => hit.column.name === column.name && hit.column.cells === table.columns[at]!.cells,
  )
  if (mine.some(({ answer }) => answer === 'drop'))
    return { notes: [`La colonne « ${column.name} » a été retirée : elle parlait de personnes.`] }
  const changes = mine.flatMap(({ hit, answer }) => changeOf(hit, answer, salt))
  if (changes.length === 0) return { column, notes: [] }
  const cells = column.cells.map(text => changes.reduce((one, { to }) => to(one), text))
  if (cells.every((text, row) => text === column.cells[row])) return { column, notes: changes.map(({ note }) => note) }
  return { column: { name: column.name, cells }, type: typeOf(cells), notes: changes.map(({ note }) => note) }
}

interface Change {
  readonly to: (text: string) => string
  readonly note: string
}

function changeOf(hit: Hit, answer: GuardAnswer, salt: string): Change[] {
  const { holds, generalise, generalised, column } = hit
  if (answer === 'pseudonymise' && hit.answers.includes(answer))
    return [
      {
        to: text => (holds(text) ? pseudonym(text, salt) : text),
        note: `Dans « ${column.name} », chaque personne a été remplacée par un code qui ne permet pas de la retrouver.`,
      },
    ]
  if (answer !== 'generalise' || !generalise || !generalised) return []
  return [{ to: text => (holds(text) ? generalise(text) : text), note: generalised }]
}

const typeOf = (cells: readonly string[]): FieldType => {
  const filled = cells.filter(text => text.trim() !== '')
  if (filled.length > 0 && filled.every(text => /^(?:1[89]|20)\d{2}$/.test(text))) return 'year'
  return 'string'
}

/** A field whose cells are not what they were any more keeps its name and meaning, and loses the rules that they cannot follow. */
function retyped(model: Model, types: ReadonlyMap<string, FieldType>): Model {
  const fields = model.fields.map((field): Field => {
    const type = types.get(field.name)
    if (type === undefined) return field
    return { ...field, type, format: 'default', constraints: {} }
  })
  return { ...model, fields }
}
