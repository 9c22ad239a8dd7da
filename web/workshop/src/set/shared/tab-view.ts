import type { Finding, Report } from '../../../../../src/core/check/finding.ts'
import { type FindingGroup, groupFindings, groupFixes } from '../../../../../src/core/check/group.ts'
import { checkTable } from '../../../../../src/core/check/index.ts'
import type { Field, Model } from '../../../../../src/core/models/model.ts'
import { addedIdentity } from '../../../../../src/core/recipe/added.ts'
import { identitiesBy, identityColumns } from '../../../../../src/core/recipe/identity.ts'
import type { Replayed } from '../../../../../src/core/recipe/replay.ts'
import { roleOf } from '../../../../../src/core/recipe/roles.ts'
import type { RecipeStep, RowIdentity, Step } from '../../../../../src/core/recipe/step.ts'
import { TYPED } from '../../../../../src/core/recipe/steps/by-hand.ts'
import type { RowRef, Table } from '../../../../../src/core/table/table.ts'
import { replayed, type SetMaterial, splitAtHand } from '../../worker/base-table.ts'
import { type Mapper, mapperOf } from '../colonnes/mapper.ts'
import { type ColumnHoles, holesOf, mandatoryCells } from '../completer/holes.ts'
import { type AskedQuestion, askedQuestions } from '../completer/questions.ts'
import { type TableUse, tableUses } from '../sources/usage.ts'

/** What the tabs Sources, Colonnes, À compléter and Vérification show: computed in the worker, plain data without any table. */
export interface TabView {
  readonly model: Pick<Model, 'id' | 'title' | 'version' | 'kind'> & { readonly fields: readonly Field[] }
  /** The rows have a place: a map may show them. */
  readonly placed: boolean
  readonly rows: number
  readonly tables: readonly TableUse[]
  readonly mapper: Mapper
  readonly holes: readonly ColumnHoles[]
  readonly mandatory: { readonly empty: number; readonly cells: number }
  readonly questions: readonly AskedQuestion[]
  readonly report: ReportView
  readonly remarks: readonly string[]
}

export interface ReportView extends Omit<Report, 'findings' | 'counts'> {
  readonly groups: readonly ReportGroup[]
  /** Cells that block, each once whatever breaks in it. */
  readonly wrongCells: number
  /** About columns or the whole table. */
  readonly general: readonly Finding[]
}

export interface ReportGroup extends Pick<FindingGroup, 'id' | 'code' | 'level' | 'column' | 'title' | 'count'> {
  /** As a person knows the column. */
  readonly columnTitle: string | null
  readonly examples: readonly Example[]
  /** What mends those that are certain. */
  readonly fix?: { readonly steps: readonly Step[]; readonly count: number }
}
export interface Example {
  /** As the sheet numbers it, its header being line 1. */
  readonly line: number
  readonly row?: RowIdentity
  readonly name: string
  readonly value: string
  readonly message: string
}

const FIRST_LINE = 2
const EXAMPLES = 3
/** Findings kept for one code in one column, and in all: beyond, they are counted. */
const KEPT = { maxOfOneKind: 20_000, maxFindings: 60_000 }

export function tabView(material: SetMaterial, steps: readonly RecipeStep[]): TabView {
  const { model, sources, town, communes, addresses } = material
  const all = replayed(steps, material)
  const { table, applied } = all
  const world = { ...(town && { town }), ...(communes && { communes }), ...(addresses && { addresses }) }
  const report = checkTable(numbered(table), model, { ...world, ...KEPT })
  const identity = identityIn(material, steps, all)
  return {
    model: { id: model.id, title: model.title, version: model.version, kind: model.kind, fields: model.fields },
    placed: model.fields.some(field => ['latitude', 'lonlat'].includes(roleOf(field) ?? '')),
    rows: table.rows.length,
    tables: tableUses(sources, steps, applied),
    mapper: mapperOf({ model, steps, sources, result: table }),
    holes: holesOf({ model, steps, table, addresses: addresses !== undefined, ...(town && { town }) }),
    mandatory: mandatoryCells(model, table),
    questions: askedQuestions({
      model,
      steps,
      table,
      applied,
      identity,
      questions: all.questions,
      findings: report.findings,
      firstLine: FIRST_LINE,
      readOptions: { ...(communes && { communes }), ...(town?.department && { department: town.department }) },
    }),
    report: reportView(report, table, model, identity),
    remarks: all.remarks,
  }
}

/** Lines as the sheet shows them: the header is line 1. */
const numbered = ({ columns, rows }: Table): Table => ({
  columns,
  rows: rows.map((ref, row) => ({ ...ref, line: row + FIRST_LINE })),
})

/** How a hand's act names a row of the result: as it was under the hands, or by its own id when a hand added it. */
function identityIn(material: SetMaterial, steps: readonly RecipeStep[], all: Replayed) {
  const { before } = splitAtHand(steps)
  const base = before.length === steps.length ? all : replayed(before, material)
  const identities = identitiesBy(base.table, identityColumns(base.table, material.model, base.generated))
  const places = new Map<RowRef, number>(base.table.rows.map((ref, row) => [ref, row]))
  return (row: number): RowIdentity | undefined => {
    const ref = all.table.rows[row]
    if (!ref) return undefined
    const at = places.get(ref)
    if (at !== undefined) return identities[at]
    return ref.source === TYPED && ref.sheet !== undefined ? addedIdentity(ref.sheet) : undefined
  }
}

function reportView(
  { findings, counts: _, ...report }: Report,
  table: Table,
  model: Model,
  identity: (row: number) => RowIdentity | undefined,
): ReportView {
  const name = nameReader(table, model)
  const example = ({ row, value, message }: Finding): Example => {
    const at = row! - FIRST_LINE
    const named = identity(at)
    return { line: row!, ...(named && { row: named }), name: name(at), value: value ?? '', message }
  }
  const ofRows = findings.filter(({ row }) => row !== null)
  return {
    ...report,
    groups: groupFindings(ofRows, model).map(({ findings: all, fixable, ...group }) => ({
      ...group,
      columnTitle: model.fields.find(field => field.name === group.column)?.title ?? group.column,
      examples: all.slice(0, EXAMPLES).map(example),
      ...(fixable > 0 && { fix: { steps: groupFixes({ findings: all }), count: fixable } }),
    })),
    wrongCells: new Set(ofRows.filter(({ level }) => level === 'error').map(({ row, column }) => `${row} ${column}`))
      .size,
    general: findings.filter(({ row }) => row === null),
  }
}

function nameReader(table: Table, model: Model): (row: number) => string {
  const named = model.fields.find(({ role }) => role === 'name')?.name
  const cells = table.columns.find(({ name }) => name === named)?.cells
  return row => cells?.[row]?.trim() ?? ''
}
