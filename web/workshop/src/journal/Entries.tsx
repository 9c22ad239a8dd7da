import { Link } from 'react-router'
import type { JournalEntry } from '../../../../src/contract/sets.ts'
import { french } from '../design/index.ts'
import './journal.css'

const days = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const hours = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit' })

/** Entries of the journal under the day when they were made, last first. */
export function Entries({ entries, withSet = false }: { entries: readonly JournalEntry[]; withSet?: boolean }) {
  const byDay = perDay(entries)
  return (
    <div className="stack">
      {[...byDay].map(([day, ofDay]) => (
        <section key={day} className="journal-day" aria-label={day}>
          <h3>{day}</h3>
          <ol className="journal-entries">
            {ofDay.map(entry => (
              <Entry key={entry.seq} entry={entry} withSet={withSet} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function perDay(entries: readonly JournalEntry[]): Map<string, JournalEntry[]> {
  const byDay = new Map<string, JournalEntry[]>()
  for (const entry of entries) {
    const day = days.format(new Date(entry.at))
    byDay.set(day, [...(byDay.get(day) ?? []), entry])
  }
  return byDay
}

const Entry = ({ entry, withSet }: { readonly entry: JournalEntry; readonly withSet: boolean }) => (
  <li className="journal-entry">
    <time dateTime={entry.at}>{hours.format(new Date(entry.at))}</time>
    <div>
      <p className={entry.undone ? 'journal-undone' : undefined}>
        {french(entry.note)}
        {entry.undone && <span className="journal-remark"> (annulé depuis)</span>}
      </p>
      <p className="small soft">
        {entry.by}
        {withSet && entry.set && (
          <>
            {' · '}
            <Link to={`/jeux/${entry.set.slug}`}>{entry.set.title}</Link>
          </>
        )}
      </p>
    </div>
  </li>
)
