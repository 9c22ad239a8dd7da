import type { Field } from '../../../../src/core/models/model.ts'
import { Icon } from '../design/index.ts'
import type { RowFinding } from '../worker/protocol.ts'
import { LEVELS } from './finding-words.ts'

interface EditorHelpProps {
  readonly id: string
  readonly field: Field | undefined
  readonly findings: readonly RowFinding[]
  readonly choices: readonly string[]
  readonly chosen: number
  readonly isUp: boolean
  readonly onChoose: (value: string) => void
}

/** Under the cell that is being written: the values allowed, what is expected, what is wrong. */
export function EditorHelp({ id, field, findings, choices, chosen, isUp, onChoose }: EditorHelpProps) {
  const hint = hintOf(field)
  if (!hint && findings.length === 0 && choices.length === 0) return <span id={id} hidden />
  return (
    <div className={isUp ? 'sheet-help is-up' : 'sheet-help'}>
      {choices.length > 0 && (
        <div role="listbox" id={`${id}-list`} aria-label="Valeurs possibles" className="sheet-choices">
          {choices.map((choice, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the arrows and Enter of the field choose
            <div
              key={choice}
              id={`${id}-${at}`}
              role="option"
              aria-selected={at === chosen}
              className="sheet-choice"
              ref={element => {
                if (at === chosen) element?.scrollIntoView({ block: 'nearest' })
              }}
              onMouseDown={event => event.preventDefault()}
              onClick={() => onChoose(choice)}
            >
              {choice}
            </div>
          ))}
        </div>
      )}
      <div id={id} className="sheet-hint" aria-live="polite">
        {findings.map(({ level, code, message }) => (
          <p key={code} className={`sheet-finding is-${level}`}>
            <Icon name={LEVELS[level].icon} size={16} /> <span>{message}</span>
          </p>
        ))}
        {hint && findings.length === 0 && <p className="soft">{hint}</p>}
      </div>
    </div>
  )
}

const FORMATS: Partial<Record<Field['type'], string>> = {
  date: 'Année, mois, jour : 2026-03-12',
  datetime: 'Année, mois, jour, heure : 2026-03-12T14:30:00',
  time: 'Heure, minute, seconde : 14:30:00',
  year: 'Année en quatre chiffres : 2026',
  yearmonth: 'Année et mois : 2026-03',
  number: 'Un nombre, avec un point pour les décimales : 12.5',
  integer: 'Un nombre entier : 12',
}

function hintOf(field: Field | undefined): string | undefined {
  if (!field) return undefined
  const example = field.examples.find(text => text !== '')
  const format = FORMATS[field.type] ?? (example && `Exemple : ${example}`)
  const meaning = field.meaning && field.meaning.length < 160 ? field.meaning : undefined
  return [meaning, format].filter(Boolean).join(' · ') || undefined
}
