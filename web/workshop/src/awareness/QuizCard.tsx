import { type FormEvent, useEffect, useRef, useState } from 'react'
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
  // The button that had the focus is gone: what it brought takes it.
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (answered !== undefined) said.current?.focus()
  }, [answered])
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
        <div ref={said} tabIndex={-1}>
          <Notice kind={isRight ? 'ok' : 'info'} title={isRight ? 'Oui !' : `Plutôt : « ${right?.text ?? ''} »`}>
            <p>{why}</p>
          </Notice>
        </div>
      )}
    </form>
  )
}
