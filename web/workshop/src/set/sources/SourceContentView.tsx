import type { SourceContent } from '../../../../../src/contract/sets.ts'
import { useApi } from '../../api/index.ts'
import { Notice, Skeleton } from '../../design/index.ts'
import { FoundTable } from './FoundTable.tsx'
import type { TableUse } from './usage.ts'

interface SourceContentViewProps {
  readonly upload: string
  readonly uses?: readonly TableUse[]
}

/** What the readers found in one file: its tables one after the other, and what was said while reading. */
export function SourceContentView({ upload, uses = [] }: SourceContentViewProps) {
  const { value, refused, offline } = useApi<SourceContent>(`/sources/${upload}`)
  if (refused !== undefined || (offline && !value))
    return (
      <Notice kind="error" live>
        <p>{refused ?? 'Le réseau est coupé : réessayez dans un instant.'}</p>
      </Notice>
    )
  if (!value) return <Skeleton lines={6} />
  return (
    <div className="stack">
      {value.warnings.map(warning => (
        <Notice key={warning} kind="attention" title="Pendant la lecture">
          <p>{warning}</p>
        </Notice>
      ))}
      {value.tables.map((found, at) => (
        <FoundTable key={at} found={found} rank={at} {...(uses[at] && { use: uses[at] })} />
      ))}
    </div>
  )
}
