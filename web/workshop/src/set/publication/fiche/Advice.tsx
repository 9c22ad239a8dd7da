import type { FicheBox } from '../../../../../../src/contract/publication.ts'
import { QUESTIONS } from '../../../../../../src/core/fiche/questions.ts'
import { useSession } from '../../../api/index.ts'
import { Button, Icon, toast } from '../../../design/index.ts'
import { usePublication } from '../publication-context.ts'
import { showValue } from './show-value.ts'

interface AdviceProps {
  readonly box: FicheBox
  /** The button goes with the advice: where the keyboard goes then. */
  readonly onTaken?: (() => void) | undefined
}

/** What Carnet would say of this box, were it asked. A person takes it, or leaves it. */
export function Advice({ box, onTaken }: AdviceProps) {
  const { ask } = usePublication()
  const { may } = useSession()
  const { advice, field } = box
  if (!advice) return null
  const { sentence, take } = advice
  const words = take === undefined ? '' : showValue(field, take)
  const accept = async () => {
    const { label } = QUESTIONS[field]
    const refused = await ask('fiche', { boxes: { [field]: take } }, `${label} : « ${words} »`, 'PATCH')
    if (refused !== undefined) return toast({ kind: 'error', text: refused })
    onTaken?.()
  }
  return (
    <div className="fiche-advice">
      <Icon name="info" size={18} />
      <div className="stack stack-tight">
        <p>{sentence}</p>
        {take !== undefined && may('prepare') && (
          <div>
            <Button size="small" icon="check" onPress={() => void accept()}>
              Prendre « {words} »
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
