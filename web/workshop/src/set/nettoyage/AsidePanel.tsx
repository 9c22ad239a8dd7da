import type { Act } from '../../../../../src/contract/sets.ts'
import { Button, EmptyState } from '../../design/index.ts'
import type { SheetData } from '../../sheet/sheet-data.ts'
import type { SheetSession } from '../../sheet/sheet-session.ts'
import { useSet } from '../set-context.ts'
import { addStep, newStepId } from '../shared/edits.ts'
import { numbered } from '../shared/words.ts'
import { useStepActs } from './use-step-acts.ts'

interface AsidePanelProps {
  readonly session: SheetSession
  readonly data: SheetData
  readonly canWrite: boolean
}
interface AsideRow {
  readonly id: string
  readonly words: string
  readonly restore: Act
}
/** Shown of one reason; the others are counted. */
const SHOWN = 40

/** Rows left out, by reason: nothing is thrown away, each can come back. */
export function AsidePanel({ session, data, canWrite }: AsidePanelProps) {
  const { state } = useSet()
  const { run } = useStepActs(session)
  const reasons = byReason(data, state.hand)
  if (reasons.size === 0)
    return (
      <EmptyState icon="ok" title="Aucune ligne mise de côté">
        Toutes les lignes de vos fichiers sont dans le tableau.
      </EmptyState>
    )
  return (
    <div className="stack">
      {[...reasons].map(([reason, rows]) => (
        <section key={reason} className="stack stack-tight">
          <h3 className="clean-subtitle">
            {capital(reason)} <span className="clean-count">{numbered(rows.length)}</span>
          </h3>
          <ul className="clean-list">
            {rows.slice(0, SHOWN).map(({ id, words, restore }) => (
              <li key={id} className="clean-item clean-aside">
                <span>{words}</span>
                {canWrite && (
                  <Button
                    size="small"
                    icon="restore"
                    aria-label={`Remettre : ${words}`}
                    onPress={() => void run('La ligne est remise dans le tableau.', [restore])}
                  >
                    Remettre
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {rows.length > SHOWN && <p className="small soft">Et {numbered(rows.length - SHOWN)} autres.</p>}
        </section>
      ))}
    </div>
  )
}

function byReason(data: SheetData, hand: string): Map<string, AsideRow[]> {
  const reasons = new Map<string, AsideRow[]>()
  const put = (reason: string, row: AsideRow) => reasons.set(reason, [...(reasons.get(reason) ?? []), row])
  for (const row of data.goneRows) {
    const identity = data.identityOf(row)
    put('ligne retirée à la main', {
      id: `hand ${row}`,
      words: wordsOf(data.names.map((_, column) => data.text(row, column))),
      restore: { type: 'restore-rows', hand, rows: [identity] },
    })
  }
  data.opened.setAside.forEach(({ reason, identity, cells, ref }, at) => {
    put(reason, {
      id: `${ref.source} ${ref.sheet} ${ref.line} ${at}`,
      words: `Ligne ${ref.line} : ${wordsOf(Object.values(cells))}`,
      restore: addStep(newStepId(), { type: 'restore-row', row: identity }, 'Ligne remise à la main'),
    })
  })
  return reasons
}

const wordsOf = (texts: readonly string[]): string =>
  texts
    .filter(text => text.trim() !== '')
    .slice(0, 4)
    .join(' · ') || 'ligne vide'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
