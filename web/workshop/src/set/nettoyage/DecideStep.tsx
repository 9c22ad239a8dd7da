import type { RecipeStep } from '../../../../../src/core/recipe/step.ts'
import { Button, Icon } from '../../design/index.ts'
import type { SheetData } from '../../sheet/sheet-data.ts'
import type { SheetSession } from '../../sheet/sheet-session.ts'
import { removeStep, switchStep } from '../shared/edits.ts'
import { beforeAfter, stepSentence } from './step-words.ts'
import { useStepActs } from './use-step-acts.ts'

interface DecideStepProps {
  readonly step: RecipeStep
  readonly session: SheetSession
  readonly data: SheetData
  readonly canWrite: boolean
  readonly onPreview: (step: RecipeStep) => void
}

/** A step that only a person can decide: its question, yes or no, and what a yes would change. */
export function DecideStep({ step, session, data, canWrite, onPreview }: DecideStepProps) {
  const { run } = useStepActs(session)
  const sentence = stepSentence(step, data)
  return (
    <li className="clean-item is-question">
      <p className="clean-question">
        <Icon name="question" size={18} /> {step.reason || sentence}
      </p>
      {step.reason !== '' && <p className="small soft">{sentence}.</p>}
      {beforeAfter(step) !== '' && <p className="small soft">{beforeAfter(step)}</p>}
      <div className="row">
        {canWrite && (
          <>
            <Button
              size="small"
              kind="primary"
              onPress={() => void run(`Fait : ${sentence}`, [switchStep(step.id, true)])}
            >
              Oui
            </Button>
            <Button
              size="small"
              onPress={() => void run('C’est noté : la question est retirée.', [removeStep(step.id)])}
            >
              Non
            </Button>
          </>
        )}
        <Button size="small" kind="quiet" icon="eye" onPress={() => onPreview(step)}>
          Ce que cela changerait
        </Button>
      </div>
    </li>
  )
}
