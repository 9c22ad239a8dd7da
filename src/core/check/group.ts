import type { Model } from '../models/model.ts'
import type { Step } from '../recipe/step.ts'
import type { Finding } from './finding.ts'
import { problemTitle } from './titles.ts'

/** Findings of one kind in one column: a line of the list of problems, « corriger les 12 ». */
export interface FindingGroup {
  /** `code` and `column`: the same from one check to the next. */
  readonly id: string
  readonly code: string
  readonly level: Finding['level']
  readonly column: string | null
  /** Plain French name of the kind of problem. */
  readonly title: string
  readonly count: number
  readonly findings: readonly Finding[]
  /** How many of them the steps of `groupFixes` correct. */
  readonly fixable: number
}

const GRAVITY = { error: 0, warning: 1, advice: 2 } as const

/** What blocks first, then the most frequent; else in the order of the report. */
export function groupFindings(findings: readonly Finding[], model?: Pick<Model, 'fields'>): FindingGroup[] {
  const types = new Map(model?.fields.map(({ name, type }) => [name, type]))
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const id = idOf(finding)
    const group = groups.get(id)
    if (group) group.push(finding)
    else groups.set(id, [finding])
  }
  return [...groups]
    .map(([id, all]): FindingGroup => {
      const { code, level, column } = all[0]!
      const title = problemTitle(code, column === null ? undefined : types.get(column))
      return { id, code, level, column, title, count: all.length, findings: all, fixable: fixable(all).length }
    })
    .sort((a, b) => GRAVITY[a.level] - GRAVITY[b.level] || b.count - a.count)
}

/** A rule softened for one column may be a warning here and an error there: they are not the same problem. */
const idOf = ({ code, level, column }: Finding): string => `${level} ${code} ${column ?? ''}`.trim()

/** The steps that correct all that is certain in a group: one a column for values to replace, and each other repair once. */
export function groupFixes({ findings }: Pick<FindingGroup, 'findings'>): Step[] {
  const values = new Map<string, Map<string, string>>()
  const others = new Map<string, Step>()
  for (const { fix } of fixable(findings)) {
    if (fix.type !== 'replace-values') others.set(JSON.stringify(fix), fix)
    else {
      const ofColumn = values.get(fix.column) ?? new Map<string, string>()
      values.set(fix.column, ofColumn)
      for (const { from, to } of fix.values) ofColumn.set(from, to)
    }
  }
  const replacements = [...values].map(
    ([column, ofColumn]): Step => ({
      type: 'replace-values',
      column,
      values: [...ofColumn].map(([from, to]) => ({ from, to })),
    }),
  )
  return [...replacements, ...others.values()]
}

type Fixable = Finding & { readonly fix: Step }

/**
 * Two projections of metres in the same columns are not corrected at once, for the first would take the rows of the second for its own:
 * the more frequent one is, and the other is found by the next check.
 */
function fixable(findings: readonly Finding[]): Fixable[] {
  const all = findings.filter((finding): finding is Fixable => finding.fix !== undefined)
  const counts = new Map<string, number>()
  for (const { fix } of all) if (fix.type === 'reproject') counts.set(fix.crs, (counts.get(fix.crs) ?? 0) + 1)
  const [main] = [...counts].sort(([, a], [, b]) => b - a)
  return counts.size < 2 ? all : all.filter(({ fix }) => fix.type !== 'reproject' || fix.crs === main![0])
}
