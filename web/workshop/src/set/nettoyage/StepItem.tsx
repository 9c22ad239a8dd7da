import type { RecipeStep } from '../../../../../src/core/recipe/step.ts'
import { Button } from '../../design/index.ts'
import type { SheetData } from '../../sheet/sheet-data.ts'
import type { SheetSession } from '../../sheet/sheet-session.ts'
import type { StepCounts } from '../../worker/protocol.ts'
import { removeStep, switchStep } from '../shared/edits.ts'
import { beforeAfter, countWords, stepSentence } from './step-words.ts'
import { useStepActs } from './use-step-acts.ts'

interface StepItemProps {
  readonly step: RecipeStep
  readonly counts: StepCounts | undefined
  readonly session: SheetSession
  readonly data: SheetData
  readonly canWrite: boolean
  readonly onPreview: (step: RecipeStep) => void
}

/** One step that is applied: what it does, what it did here, and the ways back. */
export function StepItem({ step, counts, session, data, canWrite, onPreview }: StepItemProps) {
  const { run } = useStepActs(session)
  const sentence = stepSentence(step, data)
  const numbers = [countWords(step, counts), beforeAfter(step)].filter(Boolean).join(' ')
  const byHand = step.step.type === 'by-hand'
  return (
    <li className="clean-item">
      <p className="clean-sentence">{sentence}</p>
      {!byHand && step.reason !== '' && <p className="small soft">{step.reason}</p>}
      {numbers !== '' && <p className="small soft">{numbers}</p>}
      <div className="row">
        <Button size="small" kind="quiet" icon="eye" onPress={() => onPreview(step)}>
          Avant et après
        </Button>
        {canWrite && (
          <>
            <Button
              size="small"
              kind="quiet"
              aria-label={`Mettre en pause : ${sentence}`}
              onPress={() => void run(`Mis en pause : ${sentence}`, [switchStep(step.id, false)])}
            >
              Mettre en pause
            </Button>
            <Button
              size="small"
              kind="quiet"
              icon="trash"
              aria-label={`Retirer : ${sentence}`}
              onPress={() => void run(`Retiré : ${sentence}`, [removeStep(step.id)])}
            >
              Retirer
            </Button>
          </>
        )}
      </div>
    </li>
  )
}
