import { Notice } from '../../design/index.ts'
import type { ReportView } from '../shared/tab-view.ts'
import { GroupCard } from './GroupCard.tsx'
import { sectionsOf } from './sections.ts'

/** The report itself, in three sections. */
export function Groups({ report }: { readonly report: ReportView }) {
  const sections = sectionsOf(report)
  if (sections.length === 0)
    return (
      <Notice kind="ok" title="Rien à signaler">
        <p>Aucune case ne surprend.</p>
      </Notice>
    )
  return sections.map(({ level, title, sentence, general, groups }) => (
    <section key={level} className="stack" aria-labelledby={`report-${level}`}>
      <div className="stack stack-tight">
        <h3 id={`report-${level}`} tabIndex={-1}>
          {title}
        </h3>
        <p className="soft">{sentence}</p>
      </div>
      <ul className="stack report-groups">
        {general.map(({ code, column, message }) => (
          <li key={`${code} ${column}`} className={`card report-group report-${level}`}>
            <p>{message}</p>
          </li>
        ))}
        {groups.map(group => (
          <GroupCard key={group.id} group={group} />
        ))}
      </ul>
    </section>
  ))
}
