import { useEffect, useRef } from 'react'
import type { RowPair } from '../../../../../src/core/recipe/step.ts'
import { Button, LinkButton } from '../../design/index.ts'
import { useSet } from '../set-context.ts'
import { cellAddress } from '../shared/cell-address.ts'
import { useActs } from '../shared/use-acts.ts'
import { cellsCounted, numbered, quoted } from '../shared/words.ts'
import { answerCells, answerYesNo } from './answers.ts'
import { CellAnswer } from './CellAnswer.tsx'
import type { QuestionGroup } from './question-groups.ts'
import type { AskedQuestion } from './questions.ts'

interface OneQuestionProps {
  readonly group: QuestionGroup
  readonly at: number
  readonly question: AskedQuestion
  readonly onNext: () => void
  readonly onAsk: () => void
}

/** One question in a calm frame: what is asked, the row that it is about, and the answers. */
export function OneQuestion({ group, at, question, onNext, onAsk }: OneQuestionProps) {
  const heading = useHeading(`${group.id} ${question.id}`)
  return (
    <div className="card stack question">
      <p className="small soft">
        {group.title} · question {numbered(at + 1)} sur {numbered(group.questions.length)}
      </p>
      <h4 ref={heading} tabIndex={-1} className="question-words">
        {question.question}
      </h4>
      {question.type === 'cell' && <AboutRow question={question} />}
      {question.type === 'pair' && <TwoRows pair={question.pair} />}
      {question.type === 'cell' ? (
        <CellAnswer key={question.id} question={question} {...(group.field && { field: group.field })} />
      ) : (
        <YesNo question={question} />
      )}
      <div className="row question-foot">
        <Button kind="quiet" onPress={onNext} isDisabled={group.questions.length < 2}>
          Passer pour l’instant
        </Button>
        <Button kind="quiet" onPress={onAsk}>
          Je ne sais pas, demander à…
        </Button>
        <KeepAll group={group} />
        <LeaveEmpty group={group} />
      </div>
    </div>
  )
}

/** Once a question is answered the next one is there: the keyboard follows. */
function useHeading(id: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(id)
  useEffect(() => {
    if (before.current !== id) heading.current?.focus()
    before.current = id
  }, [id])
  return heading
}

function AboutRow({ question: { place, column } }: { readonly question: Extract<AskedQuestion, { type: 'cell' }> }) {
  return (
    <div className="question-row">
      <p>
        <strong>{place.name}</strong>{' '}
        <span className="soft small">
          {place.sheet !== undefined && place.line > 0 && `feuille ${quoted(place.sheet)}, `}
          {place.line > 0 && `ligne ${place.line} du fichier`}
        </span>
      </p>
      {place.context.length > 0 && <p className="soft">{place.context.map(({ value }) => value).join(' · ')}</p>}
      <LinkButton kind="quiet" size="small" after="arrow-right" to={cellAddress(place.at + 2, column, place.row)}>
        Voir dans le tableau
      </LinkButton>
    </div>
  )
}

/** The two rows side by side, by what names them. */
function TwoRows({ pair: { left, right } }: { readonly pair: RowPair }) {
  return (
    <div className="question-pair">
      {[left, right].map(({ key }, side) => (
        <dl key={side === 0 ? 'left' : 'right'} className="question-row">
          {Object.entries(key).map(([name, value]) => (
            <div key={name}>
              <dt className="small soft">{name}</dt>
              <dd>{value === '' ? '(vide)' : value}</dd>
            </div>
          ))}
        </dl>
      ))}
    </div>
  )
}

function YesNo({ question }: { readonly question: Exclude<AskedQuestion, { type: 'cell' }> }) {
  const { state } = useSet()
  const { run } = useActs()
  const answer = (yes: boolean) =>
    void run(
      yes ? 'Oui : c’est fait.' : 'Non : ce n’est pas fait, et ne sera plus demandé.',
      answerYesNo(state.steps, question, yes),
    )
  return (
    <div className="row">
      <Button kind="primary" onPress={() => answer(true)}>
        {question.type === 'pair' ? 'Oui, les mêmes' : 'Oui'}
      </Button>
      <Button onPress={() => answer(false)}>{question.type === 'pair' ? 'Non, ce sont deux lignes' : 'Non'}</Button>
    </div>
  )
}

/** Two lists that disagree: what is kept now is mostly right, and may be kept everywhere at once. */
function KeepAll({ group: { questions } }: { readonly group: QuestionGroup }) {
  const { state } = useSet()
  const { run } = useActs()
  const cells = questions.flatMap(one =>
    one.type === 'cell' && one.place.row && one.candidates.length > 1 && one.candidates.includes(one.now) ? [one] : [],
  )
  if (cells.length < 2) return null
  const keep = () =>
    void run(`Les valeurs de ${cellsCounted(cells.length)} sont gardées.`, answerCells(state.hand, cells))
  return (
    <Button kind="quiet" onPress={keep}>
      Garder les valeurs actuelles de ces {numbered(cells.length)} cases
    </Button>
  )
}

/** Values that nobody knows: an empty cell says so better than a wrong one, where the model allows it. */
function LeaveEmpty({ group: { field, questions } }: { readonly group: QuestionGroup }) {
  const { state } = useSet()
  const { run } = useActs()
  const cells = questions.flatMap(one => (one.type === 'cell' && one.now.trim() !== '' && one.place.row ? [one] : []))
  if (!field || field.constraints.required || cells.length < 2) return null
  return (
    <Button
      kind="quiet"
      onPress={() => void run(`${cellsCounted(cells.length)} vidées.`, answerCells(state.hand, cells, ''))}
    >
      Personne ne sait : vider ces {numbered(cells.length)} cases
    </Button>
  )
}
