import { type FormEvent, useState } from 'react'
import type { GuardAnswer } from '../../../../../../src/core/privacy/finding.ts'
import { Button, RadioGroup, TextArea } from '../../../design/index.ts'
import { usePublication } from '../publication-context.ts'
import type { Finding } from './FindingCard.tsx'
import { ANSWER_WORDS, detailOf } from './words.ts'

interface AnswerFormProps {
  readonly finding: Finding
  /** When an answer is being changed: it may stay as it was. */
  readonly onDone?: () => void
}

/** What becomes of a finding. Carnet's own advice comes first, nothing is chosen beforehand. */
export function AnswerForm({ finding, onDone }: AnswerFormProps) {
  const { ask, busy } = usePublication()
  const [answer, setAnswer] = useState<GuardAnswer | null>(finding.answered?.answer ?? null)
  const [reason, setReason] = useState(finding.answered?.reason ?? '')
  const [problem, setProblem] = useState<{ readonly answer?: string; readonly reason?: string }>({})
  const why = answer === null ? undefined : ANSWER_WORDS[answer].why
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (answer === null) return setProblem({ answer: 'Choisissez ce que devient cette donnée.' })
    const body = { finding: finding.key, answer, reason: why ? reason.trim() : '' }
    const refused = await ask('guard/answers', body, `${ANSWER_WORDS[answer].given}.`)
    if (refused !== undefined) return setProblem(why ? { reason: refused } : { answer: refused })
    onDone?.()
  }
  return (
    <form className="stack" onSubmit={event => void submit(event)} noValidate>
      <RadioGroup
        label="Qu’en faites-vous ?"
        look="cards"
        choices={finding.answers.map((id, at) => ({
          id,
          label: at === 0 ? `${ANSWER_WORDS[id].label} (conseillé)` : ANSWER_WORDS[id].label,
          detail: detailOf(id, finding.kind),
        }))}
        value={answer}
        onChange={id => setAnswer(id as GuardAnswer)}
        error={problem.answer}
      />
      {why && (
        <TextArea
          label={why.label}
          description={`Par exemple : ${why.example}`}
          rows={2}
          value={reason}
          onChange={setReason}
          error={problem.reason}
        />
      )}
      <div className="row">
        <Button type="submit" kind="primary" icon="check" isPending={busy}>
          Répondre
        </Button>
        {onDone && (
          <Button kind="quiet" onPress={onDone}>
            Garder la réponse d’avant
          </Button>
        )}
      </div>
    </form>
  )
}
