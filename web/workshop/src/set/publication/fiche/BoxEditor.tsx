import { type FormEvent, useState } from 'react'
import type { FicheBox } from '../../../../../../src/contract/publication.ts'
import { QUESTIONS } from '../../../../../../src/core/fiche/questions.ts'
import { Button } from '../../../design/index.ts'
import { usePublication } from '../publication-context.ts'
import { Advice } from './Advice.tsx'
import { BoxField } from './BoxField.tsx'
import { answerIn, draftOf } from './draft.ts'

interface BoxEditorProps {
  readonly box: FicheBox
  /** Absent: the question of the moment, which has nothing to go back to. */
  readonly onDone?: () => void
}

/** A box in the person's hands. Nothing is sent before « Enregistrer ». */
export function BoxEditor({ box, onDone }: BoxEditorProps) {
  const { ask, busy } = usePublication()
  const [draft, setDraft] = useState(() => draftOf(box))
  const [refused, setRefused] = useState<string>()
  const { label } = QUESTIONS[box.field]
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const value = answerIn(box.field, draft)
    if (value === null) return setRefused('Répondez, ou laissez la question pour plus tard.')
    const problem = await ask('fiche', { boxes: { [box.field]: value } }, `${label} : enregistré.`, 'PATCH')
    if (problem !== undefined) return setRefused(problem)
    onDone?.()
  }
  return (
    <form className="stack" onSubmit={event => void save(event)} noValidate>
      <BoxField box={box} draft={draft} onChange={setDraft} error={refused} autoFocus={onDone !== undefined} />
      <Advice box={box} onTaken={onDone} />
      <div className="row">
        <Button type="submit" kind="primary" icon="check" isPending={busy}>
          Enregistrer
        </Button>
        {onDone && (
          <Button kind="quiet" onPress={onDone}>
            Ne rien changer
          </Button>
        )}
      </div>
    </form>
  )
}
