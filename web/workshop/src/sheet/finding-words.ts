import type { IconName } from '../design/index.ts'
import type { RowFinding } from '../worker/protocol.ts'

const RANK = { error: 0, warning: 1, advice: 2 } as const
type Level = RowFinding['level']

export const worst = (findings: readonly RowFinding[]): Level | undefined =>
  findings.reduce<Level | undefined>(
    (top, { level }) => (top === undefined || RANK[level] < RANK[top] ? level : top),
    undefined,
  )

/** How each level is shown and said: never by the colour alone. */
export const LEVELS: Readonly<Record<Level, { readonly icon: IconName; readonly word: string }>> = {
  error: { icon: 'error', word: 'À corriger' },
  warning: { icon: 'attention', word: 'À vérifier' },
  advice: { icon: 'info', word: 'Conseil' },
}

export const said = (findings: readonly RowFinding[]): string =>
  findings.map(({ level, message }) => `${LEVELS[level].word} : ${message}`).join('\n')

/** What the cell would say once mended, when the fix is about this cell alone. */
export function certainValue(findings: readonly RowFinding[], text: string): string | undefined {
  for (const { fix } of findings)
    if (fix?.type === 'replace-values') {
      const value = fix.values.find(({ from }) => from === text)
      if (value) return value.to
    }
  return undefined
}
