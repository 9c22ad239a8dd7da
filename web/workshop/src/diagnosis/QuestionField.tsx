import type { Question } from '../../../../src/core/diagnosis/questions.ts'
import { Button, french, RadioGroup, TextArea } from '../design/index.ts'
import type { AnswersInHand } from './use-answers.ts'

interface QuestionFieldProps {
  readonly question: Question
  readonly number: number
  readonly inHand: AnswersInHand
}

/** One question, with its help, its example, and room for a word. */
export function QuestionField({ question, number, inHand: { answers, remarks, say } }: QuestionFieldProps) {
  const answer = answers[question.id] ?? ''
  const words = {
    label: `${number}. ${french(question.text)}`,
    description: (
      <>
        {french(question.help)} <span className="diag-example">Par exemple : {french(question.example)}</span>
      </>
    ),
  }
  const change = (next: string) => say(question.id, { answer: next })
  return (
    <div className="diag-question card stack stack-tight">
      {question.kind === 'text' ? (
        <TextArea {...words} optional rows={3} maxLength={1000} value={answer} onChange={change} />
      ) : (
        <RadioGroup {...words} look="cards" choices={choicesOf(question)} value={answer || null} onChange={change} />
      )}
      <div className="row">
        <Remark id={question.id} text={remarks[question.id] ?? ''} onSay={remark => say(question.id, { remark })} />
        {question.kind !== 'text' && answer !== '' && (
          <Button kind="quiet" size="small" onPress={() => change('')}>
            Retirer ma réponse<span className="sr-only"> à la question {number}</span>
          </Button>
        )}
      </div>
    </div>
  )
}

const choicesOf = (question: Exclude<Question, { kind: 'text' }>) =>
  question.kind === 'choice'
    ? question.choices.map(({ id, label }) => ({ id, label: french(label) }))
    : question.answers.map((label, points) => ({ id: String(points), label: french(label) }))

interface RemarkProps {
  readonly id: string
  readonly text: string
  readonly onSay: (text: string) => void
}

const Remark = ({ id, text, onSay }: RemarkProps) => (
  <details className="diag-remark" open={text !== ''}>
    <summary>Ajouter un mot</summary>
    <TextArea id={`mot-${id}`} label="Votre mot" optional rows={2} maxLength={1000} value={text} onChange={onSay} />
  </details>
)
