import { useEffect, useRef, useState } from 'react'
import type { Card, QuizQuestion } from '../../../../src/contract/awareness.ts'
import { Button, Progress } from '../design/index.ts'
import { Blocks } from '../kit/PrintedPiece.tsx'
import { QuizCard } from './QuizCard.tsx'

interface PlayerProps {
  readonly cards: readonly Card[]
  readonly questions: readonly QuizQuestion[]
}

/** Card after card, then the questions, then the result: on this page alone, nothing of it is kept. */
export function Player({ cards, questions }: PlayerProps) {
  const [at, setAt] = useState(0)
  const [right, setRight] = useState<readonly boolean[]>([])
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)
  const go = (to: number) => {
    moved.current = true
    setAt(to)
  }
  // What is new is read from its title; on arrival the page's own title is.
  useEffect(() => {
    if (moved.current) heading.current?.focus()
  }, [at])
  const last = cards.length + questions.length
  const question = questions[at - cards.length]
  const again = () => {
    setRight([])
    go(0)
  }
  return (
    <section className="aware-player no-print" aria-label="Le parcours">
      <Progress
        label={whereInWords(at, cards.length, questions.length)}
        value={last === 0 ? 1 : at / last}
        words={`${cards.length} cartes, ${questions.length} questions`}
      />
      {at < cards.length && <OneCard card={cards[at]!} heading={heading} />}
      {question && (
        <QuizCard
          key={at}
          question={question}
          heading={heading}
          onAnswered={isRight => setRight(before => [...before.slice(0, at - cards.length), isRight])}
        />
      )}
      {at >= last && (
        <End right={right.filter(Boolean).length} asked={questions.length} heading={heading} onAgain={again} />
      )}
      <div className="row row-between">
        {at > 0 ? (
          <Button icon="arrow-left" onPress={() => go(at - 1)}>
            Avant
          </Button>
        ) : (
          <span />
        )}
        {at < last && (
          <Button
            kind={question ? 'secondary' : 'primary'}
            size="large"
            after="arrow-right"
            isDisabled={question !== undefined && right[at - cards.length] === undefined}
            onPress={() => go(at + 1)}
          >
            {nextInWords(at, cards.length, last)}
          </Button>
        )}
      </div>
    </section>
  )
}

export type Heading = React.RefObject<HTMLHeadingElement | null>

const OneCard = ({ card: { title, blocks }, heading }: { readonly card: Card; readonly heading: Heading }) => (
  <article className="aware-card">
    <h2 ref={heading} tabIndex={-1}>
      {title}
    </h2>
    <div className="prose">
      <Blocks blocks={blocks} />
    </div>
  </article>
)

interface EndProps {
  readonly right: number
  readonly asked: number
  readonly heading: Heading
  readonly onAgain: () => void
}
const End = ({ right, asked, heading, onAgain }: EndProps) => (
  <article className="aware-card aware-end">
    <h2 ref={heading} tabIndex={-1}>
      {right} sur {asked}
    </h2>
    <div className="prose">
      <p>
        {right === asked
          ? 'Tout juste ! Vous pouvez l’expliquer à un collègue : c’est la meilleure façon de ne pas l’oublier.'
          : right * 2 >= asked
            ? 'Bien joué. Ce qui vous a surpris est sans doute ce qui surprendra vos collègues : parlez-en.'
            : 'Vous avez lu toutes les explications : c’est ce qui compte. Recommencez quand vous voulez.'}
      </p>
      <p className="soft">Ce résultat n’est écrit nulle part. Il disparaît avec cette page.</p>
    </div>
    <div>
      <Button onPress={onAgain}>Recommencer</Button>
    </div>
  </article>
)

function whereInWords(at: number, cards: number, questions: number): string {
  if (at < cards) return `Carte ${at + 1} sur ${cards}`
  if (at < cards + questions) return `Question ${at - cards + 1} sur ${questions}`
  return 'C’est fini'
}

const nextInWords = (at: number, cards: number, last: number): string =>
  at + 1 === last
    ? 'Voir le résultat'
    : at + 1 < cards
      ? 'Carte suivante'
      : at + 1 === cards
        ? 'Aux questions'
        : 'Question suivante'
