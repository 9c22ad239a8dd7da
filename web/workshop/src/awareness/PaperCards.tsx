import type { Card, QuizQuestion } from '../../../../src/contract/awareness.ts'
import { Blocks } from '../kit/PrintedPiece.tsx'

interface PaperCardsProps {
  readonly cards: readonly Card[]
  readonly questions: readonly QuizQuestion[]
  readonly sheet: 'four' | 'one'
}

/** On paper alone: the cards and the questions to cut out, then the answers for whoever leads. */
export const PaperCards = ({ cards, questions, sheet }: PaperCardsProps) => (
  <div className={`aware-paper aware-paper-${sheet}`} aria-hidden>
    {cards.map(({ title, blocks }, at) => (
      <article key={at} className="aware-print-card">
        <p className="aware-print-number">{at + 1}</p>
        <h2>{title}</h2>
        <Blocks blocks={blocks} />
      </article>
    ))}
    {questions.map(({ question, choices }, at) => (
      <article key={at} className="aware-print-card">
        <p className="aware-print-number">?</p>
        <h2>{question}</h2>
        <ul className="aware-print-choices">
          {choices.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </article>
    ))}
    <section className="aware-print-answers">
      <h2>Réponses, pour la personne qui anime</h2>
      <ol>
        {questions.map(({ question, choices, why }, at) => (
          <li key={at}>
            {question} <strong>{choices.find(({ right }) => right)?.text}.</strong> {why}
          </li>
        ))}
      </ol>
    </section>
  </div>
)
