import type { DiagnosisCard, DiagnosisPage as Page } from '../../../../src/contract/diagnosis.ts'
import { PARTS, QUESTIONS } from '../../../../src/core/diagnosis/questions.ts'
import { answeredBy } from '../../../../src/core/diagnosis/voices.ts'
import { patch, problem } from '../api/index.ts'
import { Button, LinkButton, toast } from '../design/index.ts'
import { AddVoice } from './AddVoice.tsx'
import { BeginButton } from './begin.tsx'

interface ActsProps {
  readonly value: Page
  readonly latest: DiagnosisCard
  readonly onChanged: () => Promise<void>
}

/** What one may do with the diagnosis: go on, let somebody else answer, end it, begin again. */
export function Acts({ value: { me }, latest, onChanged }: ActsProps) {
  if (!me.mayAnswer) return null
  const mine = latest.voices.find(({ id }) => id === me.id)
  const close = async (closed: boolean) => {
    const answer = await patch<DiagnosisCard>(`/diagnosis/${latest.id}`, { closed })
    if (!('value' in answer)) return toast({ kind: 'error', text: problem(answer) })
    toast({ text: closed ? 'Le diagnostic est terminé. Vous pourrez le rouvrir.' : 'Le diagnostic est rouvert.' })
    await onChanged()
  }
  if (latest.closedAt !== undefined)
    return (
      <div className="row no-print">
        {me.maySpeakForOthers && (
          <>
            <BeginButton kind="secondary">Refaire le diagnostic</BeginButton>
            <Button kind="quiet" onPress={() => void close(false)}>
              Rouvrir celui-ci
            </Button>
          </>
        )}
      </div>
    )
  const missing = QUESTIONS.length - (mine ? answeredBy(mine) : 0)
  return (
    <div className="row no-print">
      <LinkButton
        kind={missing > 0 ? 'primary' : 'secondary'}
        to={`/diagnostic/questions/${firstUnanswered(mine?.answers ?? {})}`}
      >
        {mine === undefined
          ? 'Donner mes réponses'
          : missing > 0
            ? `Reprendre (${missing} à répondre)`
            : 'Revoir mes réponses'}
      </LinkButton>
      {me.maySpeakForOthers && (
        <>
          <AddVoice latest={latest} />
          <Button onPress={() => void close(true)}>Terminer le diagnostic</Button>
        </>
      )}
    </div>
  )
}

/** Where she left; the first part when all is answered. */
const firstUnanswered = (answers: Readonly<Record<string, string>>): string =>
  (PARTS.find(({ questions }) => questions.some(({ id }) => (answers[id] ?? '') === '')) ?? PARTS[0]!).id
