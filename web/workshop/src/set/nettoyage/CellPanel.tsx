import { Badge, Button, HelpTip, Icon } from '../../design/index.ts'
import { isRequired, titleOf } from '../../sheet/choices.ts'
import { certainValue, LEVELS } from '../../sheet/finding-words.ts'
import type { SheetActions } from '../../sheet/sheet-actions.ts'
import type { SheetData } from '../../sheet/sheet-data.ts'
import type { SheetSession } from '../../sheet/sheet-session.ts'
import type { RowFinding } from '../../worker/protocol.ts'
import { addStep, newStepId } from '../shared/edits.ts'
import { holdFocus } from './hold-focus.ts'
import { useStepActs } from './use-step-acts.ts'

interface CellPanelProps {
  readonly data: SheetData
  readonly row: number | undefined
  readonly column: number
  readonly actions: SheetActions
  readonly session: SheetSession
  readonly canWrite: boolean
  readonly onRow: (row: number) => void
}

/** The cell where one is: what it holds whole, what is said of it, and the correction in one click. */
export function CellPanel(props: CellPanelProps) {
  const { data, row, column, actions, canWrite, onRow } = props
  if (row === undefined) return <div className="clean-cell soft">Choisissez une case pour voir ce qu’on y attend.</div>
  const field = data.fields[column]
  const title = column < 0 ? 'La ligne entière' : titleOf(field, data.names[column]!)
  const findings = data.findingsAt(row, column)
  const text = column < 0 ? '' : data.text(row, column)
  const meaning = field?.meaning ?? field?.description
  return (
    <section className="clean-cell" aria-label="La case choisie">
      <div className="row">
        <strong>
          Ligne {data.lineOf(row)} · {title}
        </strong>
        {isRequired(field) && <Badge>obligatoire</Badge>}
        {meaning && <HelpTip about={title} meaning={meaning} example={field?.examples.find(one => one !== '')} />}
        <Button size="small" kind="quiet" icon="eye" onPress={() => onRow(row)}>
          Voir la ligne entière
        </Button>
        {data.isEdited(row, column) && (
          <>
            <span className="clean-edited small">
              Corrigé à la main, la source dit « {data.base(row, column) || 'rien'} »
            </span>
            {canWrite && (
              <Button
                size="small"
                kind="quiet"
                icon="undo"
                onPress={() => {
                  holdFocus()
                  actions.write([{ row, column, to: data.base(row, column) }])
                }}
              >
                Remettre
              </Button>
            )}
          </>
        )}
      </div>
      {text.length > 60 && <p className="clean-value">{text}</p>}
      {findings.map(finding => (
        <FindingLine key={`${finding.code} ${finding.message}`} finding={finding} text={text} {...props} row={row} />
      ))}
    </section>
  )
}

type FindingLineProps = CellPanelProps & { readonly finding: RowFinding; readonly text: string; readonly row: number }

function FindingLine({ finding, text, row, column, actions, session, canWrite }: FindingLineProps) {
  const { run } = useStepActs(session)
  const { level, message, fix } = finding
  const value = certainValue([finding], text)
  const mend = () => {
    holdFocus()
    if (value !== undefined) actions.write([{ row, column, to: value }])
    else if (fix) void run('Corrigé.', [addStep(newStepId(), fix, message)])
  }
  return (
    <div className={`clean-finding is-${level}`}>
      <p>
        <Icon name={LEVELS[level].icon} size={18} label={LEVELS[level].word} /> <span>{message}</span>
      </p>
      {canWrite && fix && (
        <Button size="small" kind="primary" icon="check" onPress={mend}>
          {value === undefined ? 'Corriger' : `Corriger : « ${value} »`}
        </Button>
      )}
    </div>
  )
}
