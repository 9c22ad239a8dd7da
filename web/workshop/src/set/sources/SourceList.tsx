import type { SourceCard as Card } from '../../../../../src/contract/sets.ts'
import { LinkButton, Notice } from '../../design/index.ts'
import { useSet } from '../set-context.ts'
import { useSetJob } from '../shared/use-job.ts'
import { useTabView } from '../shared/use-tab-view.ts'
import { JobLine } from './JobLine.tsx'
import { MergeSummary } from './MergeSummary.tsx'
import { isPreparing } from './preparing.ts'
import { SourceCard } from './SourceCard.tsx'
import { tablesOf } from './tables-of.ts'

/** The files of the set, what was made of each, and the way on. */
export function SourceList({ sources }: { readonly sources: readonly Card[] }) {
  const { job, cancel } = useSetJob()
  const { view, failed } = useTabView()
  const { state } = useSet()
  const running = isPreparing(state.job, job)
  return (
    <>
      {running ? (
        <JobLine {...(job && { job })} onCancel={cancel} />
      ) : (
        <Notice
          kind="ok"
          title="Vos fichiers sont prêts"
          live
          acts={
            <LinkButton to="../colonnes" kind="primary" after="arrow-right">
              Continuer vers Colonnes
            </LinkButton>
          }
        >
          <p>Carnet les a lus et propose ce qu’il faut en faire. Vérifiez ci-dessous qu’il a pris les bons tableaux.</p>
        </Notice>
      )}
      {job?.kind === 'propose' && job.state === 'failed' && (
        <Notice kind="error" live>
          <p>{job.message}</p>
        </Notice>
      )}
      {failed !== undefined && (
        <Notice kind="error" live>
          <p>{failed}</p>
        </Notice>
      )}
      {view && <MergeSummary tables={view.tables} sources={sources} />}
      <ul className="stack source-list" aria-label="Fichiers de ce jeu">
        {sources.map(source => (
          <SourceCard
            key={source.id}
            source={source}
            {...(view && { tables: tablesOf(view.tables, source) })}
            first={source === sources[0]}
          />
        ))}
      </ul>
    </>
  )
}
