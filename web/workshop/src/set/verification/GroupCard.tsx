import { Badge, Button, LinkButton } from '../../design/index.ts'
import { cellAddress } from '../shared/cell-address.ts'
import { addStep, newStepId } from '../shared/edits.ts'
import type { ReportGroup } from '../shared/tab-view.ts'
import { useActs } from '../shared/use-acts.ts'
import { cellsCounted, numbered, quoted } from '../shared/words.ts'

/** One kind of problem in one column: how many, what is wrong, a few examples, and the ways out. */
export function GroupCard({ group }: { readonly group: ReportGroup }) {
  const { column, columnTitle, count, title, examples, fix, level } = group
  const more = count - examples.length
  return (
    <li className={`card report-group report-${level}`}>
      <div className="row row-between">
        <h4>
          {title}
          {columnTitle !== null && <> dans {quoted(columnTitle)}</>}
        </h4>
        <Badge kind={level === 'error' ? 'error' : level === 'warning' ? 'attention' : 'neutral'}>
          {cellsCounted(count)}
        </Badge>
      </div>
      <ul className="report-examples">
        {examples.map(({ line, name, message, row }) => (
          <li key={`${line} ${message}`}>
            <span className="report-line">
              Ligne {line}
              {name !== '' && ` · ${name}`}
            </span>
            <span>{message}</span>
            <LinkButton to={cellAddress(line, column, row)} kind="quiet" size="small" after="arrow-right">
              Voir dans le tableau<span className="sr-only">, ligne {line}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
      <div className="row">
        {more > 0 && <p className="soft small">et {numbered(more)} autres dans ce cas</p>}
        {fix && <FixButton {...fix} title={title} />}
      </div>
    </li>
  )
}

function FixButton({ steps, count, title }: NonNullable<ReportGroup['fix']> & { readonly title: string }) {
  const { run } = useActs()
  const words = count === 1 ? 'Corriger cette case' : `Corriger les ${numbered(count)}`
  const said = `${title} : ${cellsCounted(count)} ${count > 1 ? 'corrigées' : 'corrigée'}.`
  // At the end: cells typed by hand are mended too.
  const fix = () =>
    void run(
      said,
      steps.map(step => addStep(newStepId(), step, said)),
    ).then(done => done && document.getElementById('tab-title')?.focus())
  return (
    <span className="no-print">
      <Button kind="primary" size="small" icon="check" onPress={fix}>
        {words}
      </Button>
    </span>
  )
}
