import { useState } from 'react'
import { choicesOf } from '../../../../../src/core/models/collection.ts'
import type { Field } from '../../../../../src/core/models/model.ts'
import { Button, Select, TextField } from '../../design/index.ts'
import { titleOf } from '../colonnes/words.ts'
import { useSet } from '../set-context.ts'
import { useActs } from '../shared/use-acts.ts'
import { quoted } from '../shared/words.ts'
import { answerCells } from './answers.ts'
import type { AskedQuestion } from './questions.ts'

interface CellAnswerProps {
  readonly question: Extract<AskedQuestion, { type: 'cell' }>
  readonly field?: Field
}

/** The answers: values already thought of, one click each; else what is typed. */
export function CellAnswer({ question, field }: CellAnswerProps) {
  const { state } = useSet()
  const { run } = useActs()
  const { now, candidates, place } = question
  const [typed, setTyped] = useState(now)
  const give = (to: string) => {
    const said =
      to === '' ? 'La case est laissée vide.' : to === now ? `${quoted(to)} est gardé.` : `${quoted(to)} est écrit.`
    void run(said, answerCells(state.hand, [question], to))
  }
  if (!place.row) return <p className="soft">Ouvrez le tableau pour corriger cette case.</p>
  // Of two lists that disagree, what is kept comes first.
  const settled = candidates.includes(now)
  const others = candidates.filter(one => one !== now)
  const keep = now.trim() !== '' && (
    <Button {...(settled && { kind: 'primary' as const })} onPress={() => give(now)}>
      Garder {quoted(now.length > 60 ? `${now.slice(0, 60)}…` : now)}
    </Button>
  )
  return (
    <div className="stack">
      <div className="row">
        {settled && keep}
        {others.map(value => (
          <Button key={value} {...(!settled && { kind: 'primary' as const })} onPress={() => give(value)}>
            {value}
          </Button>
        ))}
        {!settled && keep}
        {now.trim() !== '' && !field?.constraints.required && <Button onPress={() => give('')}>Laisser vide</Button>}
      </div>
      <form
        className="same-value"
        onSubmit={event => {
          event.preventDefault()
          if (typed.trim() !== '') give(typed.trim())
        }}
      >
        <Typed field={field} typed={typed} onType={setTyped} />
        <Button type="submit" isDisabled={typed.trim() === ''}>
          Enregistrer
        </Button>
      </form>
    </div>
  )
}

interface TypedProps {
  readonly field: Field | undefined
  readonly typed: string
  readonly onType: (text: string) => void
}

function Typed({ field, typed, onType }: TypedProps) {
  const label = field ? `${titleOf(field)} : autre réponse` : 'Autre réponse'
  const choices = field ? choicesOf(field) : []
  const help = field?.meaning === undefined ? {} : { help: { meaning: field.meaning, example: field.examples[0] } }
  return choices.length > 0 ? (
    <Select
      label={label}
      {...help}
      choices={choices.map(one => ({ id: one, label: one }))}
      value={choices.includes(typed) ? typed : null}
      onChange={onType}
    />
  ) : (
    <TextField label={label} {...help} value={typed} onChange={onType} />
  )
}
