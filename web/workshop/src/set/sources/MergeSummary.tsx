import type { SourceCard } from '../../../../../src/contract/sets.ts'
import { LinkButton, Notice } from '../../design/index.ts'
import { cellsCounted, counted, numbered, quoted } from '../shared/words.ts'
import { tablesOf } from './tables-of.ts'
import { isFew, type MergeCounts, sumCounts, type TableUse } from './usage.ts'

interface MergeSummaryProps {
  readonly tables: readonly TableUse[]
  readonly sources: readonly SourceCard[]
}

/** What putting the lists together gave, file by file. */
export function MergeSummary({ tables, sources }: MergeSummaryProps) {
  const main = sources.find(source => tablesOf(tables, source).some(({ use }) => use.as === 'main'))
  return sources.map(source => {
    const counts = tablesOf(tables, source).flatMap(({ use }) =>
      use.as === 'merged' && use.on && use.outcome ? [use.outcome] : [],
    )
    return counts.length === 0 ? null : (
      <MergeCard key={source.id} name={source.name} main={main?.name ?? ''} counts={sumCounts(counts)} />
    )
  })
}

function MergeCard({
  name,
  main,
  counts,
}: {
  readonly name: string
  readonly main: string
  readonly counts: MergeCounts
}) {
  const { matched, onlyHere, onlyThere, doubtful, conflicts, completed } = counts
  return (
    <section className="card stack" aria-label={`Rapprochement avec ${name}`}>
      <h3>
        {quoted(name)} complète {quoted(main)}
      </h3>
      <dl className="merge-counts">
        <Count
          figure={matched}
          words="dans les deux listes"
          detail={`${cellsCounted(completed)} remplies grâce à elle`}
        />
        <Count figure={onlyThere - doubtful} words="nouvelles" detail={`seulement dans ${quoted(name)}`} />
        <Count figure={onlyHere} words="inchangées" detail={`seulement dans ${quoted(main)}`} />
        <Count figure={doubtful} words="à décider" detail="peut-être les mêmes : vous le direz" />
        <Count figure={conflicts} words="désaccords" detail={`la valeur de ${quoted(main)} est gardée`} />
      </dl>
      {isFew(counts) && (
        <Notice kind="attention" title="Peu de lignes en commun">
          <p>
            {counted(matched, 'ligne se retrouve', 'lignes se retrouvent', 'Aucune ligne ne se retrouve')} sur les{' '}
            {numbered(counts.rows)} de {quoted(name)}. Si les deux fichiers ne parlent pas de la même chose, retirez
            celui-ci.
          </p>
        </Notice>
      )}
      {doubtful + conflicts > 0 && (
        <p>
          <LinkButton to="../a-completer" kind="quiet" size="small" after="arrow-right">
            Décider dans À compléter
          </LinkButton>
        </p>
      )}
    </section>
  )
}

const Count = ({ figure, words, detail }: { figure: number; words: string; detail: string }) => (
  <div>
    <dt>{words}</dt>
    <dd>
      <strong>{numbered(figure)}</strong>
      <small className="soft">{detail}</small>
    </dd>
  </div>
)
