import { Icon, LinkButton } from '../../design/index.ts'
import type { ReportView } from '../shared/tab-view.ts'
import { cellsCounted, numbered, percent } from '../shared/words.ts'
import { conformitySentence, verdictSentence } from './sections.ts'

interface VerdictProps {
  readonly report: ReportView
  readonly holes: { readonly empty: number; readonly cells: number }
}

/** The answer first: may it be published, and how far it is. */
export function Verdict({ report, holes }: VerdictProps) {
  const kind = report.valid ? 'ok' : 'error'
  return (
    <div className={`card verdict verdict-${kind}`}>
      <p className="verdict-percent">
        {percent(report.conformity)}
        <span className="small">de conformité</span>
      </p>
      <div className="stack stack-tight">
        <p className="verdict-sentence">
          <Icon name={report.valid ? 'ok' : 'attention'} size={26} />
          <strong>{verdictSentence(report)}</strong>
        </p>
        <p className="soft">{conformitySentence(report)}</p>
        {holes.empty > 0 && (
          <p>
            {cellsCounted(holes.empty)} obligatoires sur {numbered(holes.cells)} restent vides.{' '}
            <LinkButton to="../a-completer" kind="quiet" size="small" after="arrow-right">
              Les compléter
            </LinkButton>
          </p>
        )}
      </div>
    </div>
  )
}
