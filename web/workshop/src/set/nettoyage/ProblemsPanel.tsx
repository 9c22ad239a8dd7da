import { Badge, type BadgeKind, Button, EmptyState, Icon, toast } from '../../design/index.ts'
import { titleOf } from '../../sheet/choices.ts'
import { LEVELS } from '../../sheet/finding-words.ts'
import type { SheetData } from '../../sheet/sheet-data.ts'
import type { SheetSession } from '../../sheet/sheet-session.ts'
import type { CheckedTable, ProblemGroup } from '../../worker/protocol.ts'
import { addStep, newStepId } from '../shared/edits.ts'
import { cellsCounted, numbered } from '../shared/words.ts'
import { holdFocus } from './hold-focus.ts'
import { leftEmpty } from './leave-empty.ts'
import { useStepActs } from './use-step-acts.ts'

interface ProblemsPanelProps {
  readonly checked: CheckedTable | undefined
  readonly data: SheetData
  readonly session: SheetSession
  readonly active: { readonly row: number | undefined; readonly column: number }
  readonly onGo: (row: number, column: number) => void
  readonly canWrite: boolean
}

/** What is wrong, by kind: how many cells, the next one, and all that is certain mended in one click. */
export function ProblemsPanel({ checked, ...rest }: ProblemsPanelProps) {
  if (!checked) return <p className="soft">Carnet vérifie le tableau…</p>
  const { groups, general } = checked
  if (groups.length === 0 && general.length === 0)
    return (
      <EmptyState icon="ok" title="Rien à corriger">
        Toutes les cases sont comme le modèle les attend.
      </EmptyState>
    )
  return (
    <div className="stack">
      <ul className="clean-list">
        {groups.map(group => (
          <Problem key={group.id} group={group} {...rest} />
        ))}
      </ul>
      {general.length > 0 && (
        <>
          <h3 className="clean-subtitle">Du tableau entier</h3>
          <ul className="clean-list">
            {general.map(({ code, column, message, level }) => (
              <li key={`${code} ${column} ${message}`} className="clean-item">
                <p>
                  <Icon name={LEVELS[level].icon} size={16} label={LEVELS[level].word} /> {message}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

const KINDS: Readonly<Record<ProblemGroup['level'], BadgeKind>> = {
  error: 'error',
  warning: 'attention',
  advice: 'info',
}

const mendWords = (certain: number, all: number): string => {
  if (certain < all) return `Corriger ${numbered(certain)} sur ${numbered(all)}`
  return all === 1 ? 'Corriger la case' : `Corriger les ${numbered(all)}`
}

const emptyWords = (count: number): string =>
  count === 1 ? 'Laisser la case vide' : `Laisser vides ces ${cellsCounted(count)}`

function Problem({
  group,
  data,
  session,
  active,
  onGo,
  canWrite,
}: Omit<ProblemsPanelProps, 'checked'> & { group: ProblemGroup }) {
  const { run, pending } = useStepActs(session)
  const { column, title, count, level, fix, sample } = group
  const at = column === null ? -1 : data.names.indexOf(column)
  const next = () => {
    const rows = group.rows
    const here = active.column === at || at < 0 ? rows.indexOf(active.row ?? -1) : -1
    const row = rows[(here + 1) % rows.length]
    if (row !== undefined) onGo(row, Math.max(0, at))
  }
  const mend = () =>
    fix &&
    void run(
      `${title} : ${cellsCounted(fix.count)} ${fix.count > 1 ? 'corrigées' : 'corrigée'}.`,
      fix.steps.map(step => addStep(newStepId(), step, title)),
    )
  const empty = canWrite ? leftEmpty(group, data) : []
  const leaveEmpty = () => {
    holdFocus()
    session.write(empty)
    const said = empty.length > 1 ? `${cellsCounted(empty.length)} laissées vides` : 'une case laissée vide'
    toast({ text: `${title} : ${said}. « Annuler », en haut, les rend comme elles étaient.` })
  }
  return (
    <li className="clean-item">
      <div className="clean-item-head">
        <Badge kind={KINDS[level]} icon={LEVELS[level].icon}>
          {numbered(count)}
        </Badge>
        <h3>
          {title}
          {column !== null && <span className="soft"> · {titleOf(data.fields[at], column)}</span>}
        </h3>
      </div>
      <p className="small clean-sample">{sample}</p>
      <div className="row">
        {fix && canWrite && (
          <Button size="small" kind="primary" icon="check" isPending={pending} onPress={mend}>
            {mendWords(fix.count, count)}
          </Button>
        )}
        <Button size="small" icon="eye" onPress={next}>
          {count === 1 ? 'Voir la case' : 'Voir la suivante'}
        </Button>
        {empty.length > 0 && (
          <Button size="small" icon="clean" onPress={leaveEmpty}>
            {emptyWords(empty.length)}
          </Button>
        )}
      </div>
    </li>
  )
}
