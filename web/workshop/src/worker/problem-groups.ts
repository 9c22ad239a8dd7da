import type { Finding, Report } from '../../../../src/core/check/finding.ts'
import type { Step } from '../../../../src/core/recipe/step.ts'
import type { ProblemGroup } from './protocol.ts'
import { titleOfCode } from './titles.ts'

const ORDER = { error: 0, warning: 1, advice: 2 } as const

/** Problems by kind and column, what blocks first and the most frequent first: each a line, and the step that mends what is certain. */
export function groupProblems(report: Report, rowOf: (line: number) => number): ProblemGroup[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of report.findings) {
    if (finding.row === null) continue
    const id = `${finding.code} ${finding.column ?? ''}`
    const group = groups.get(id)
    if (group) group.push(finding)
    else groups.set(id, [finding])
  }
  return [...groups]
    .map(([id, findings]) => groupOf(id, findings, rowOf))
    .sort((a, b) => ORDER[a.level] - ORDER[b.level] || b.count - a.count)
}

function groupOf(id: string, findings: readonly Finding[], rowOf: (line: number) => number): ProblemGroup {
  const { level, code, column, message } = findings[0]!
  const fix = fixOf(findings)
  return {
    id,
    level,
    code,
    column,
    title: titleOfCode(code),
    count: findings.length,
    rows: [...new Set(findings.map(({ row }) => rowOf(row!)))],
    sample: message,
    ...(fix && { fix }),
  }
}

/** One step for all the certain fixes of the group: writings to replace are put together, other steps are kept when they all are the same. */
function fixOf(findings: readonly Finding[]): ProblemGroup['fix'] {
  const fixes = findings.flatMap(({ fix }) => fix ?? [])
  const step = together(fixes)
  if (!step) return undefined
  return {
    step,
    count: fixes.length,
    reason: `${titleOfCode(findings[0]!.code)} : ${fixes.length} corrigées d’un clic.`,
  }
}

function together(fixes: readonly Step[]): Step | undefined {
  const [first] = fixes
  if (!first) return undefined
  if (first.type !== 'replace-values')
    return fixes.every(fix => JSON.stringify(fix) === JSON.stringify(first)) ? first : undefined
  const values = new Map<string, string>()
  for (const fix of fixes)
    if (fix.type === 'replace-values') for (const { from, to } of fix.values) values.set(from, to)
  return { ...first, values: [...values].map(([from, to]) => ({ from, to })) }
}
