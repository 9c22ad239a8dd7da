import { type FormEvent, useState } from 'react'
import type { QuizQuestion } from '../../../../src/contract/awareness.ts'
import { Button, Notice, RadioGroup } from '../design/index.ts'
import type { Heading } from './Player.tsx'

interface QuizCardProps {
  readonly question: QuizQuestion
  readonly heading: Heading
  readonly onAnswered: (right: boolean) => void
}

/** One question: an answer, then why. */
export function QuizCard({ question: { question, choices, why }, heading, onAnswered }: QuizCardProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [answered, setAnswered] = useState<string>()
  const right = choices.find(choice => choice.right)
  const isRight = answered !== undefined && choices[Number(answered)]?.right === true
  const answer = (event: FormEvent) => {
    event.preventDefault()
    if (chosen === null) return
    setAnswered(chosen)
    onAnswered(choices[Number(chosen)]?.right === true)
  }
  return (
    <form className="aware-card" onSubmit={answer}>
      <h2 ref={heading} tabIndex={-1}>
        {question}
      </h2>
      <RadioGroup
        label="Votre réponse"
        look="cards"
        value={chosen}
        onChange={id => answered === undefined && setChosen(id)}
        choices={choices.map(({ text }, at) => ({ id: String(at), label: text }))}
      />
      {answered === undefined ? (
        <div>
          <Button type="submit" kind="primary" isDisabled={chosen === null}>
            Répondre
          </Button>
        </div>
      ) : (
        <Notice kind={isRight ? 'ok' : 'info'} title={isRight ? 'Oui !' : `Plutôt : « ${right?.text ?? ''} »`} live>
          <p>{why}</p>
        </Notice>
      )}
    </form>
  )
}
