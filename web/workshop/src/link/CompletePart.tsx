import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { LinkPage, LinkQuestion } from '../../../../src/contract/link.ts'
import { announce, Button, EmptyState, Progress } from '../design/index.ts'
import { EntryField } from '../entry/EntryField.tsx'
import { type Reader, readerOf } from '../entry/feedback.ts'
import { inputOf } from '../entry/input.ts'
import { counted } from '../set/shared/words.ts'
import { modelOfLink, townOfLink } from './model-of-fields.ts'
import type { Given } from './use-outbox.ts'

interface CompletePartProps {
  readonly page: LinkPage
  readonly outbox: Given
}

const idOf = ({ hand, row, column }: LinkQuestion): string => JSON.stringify([hand, row.key, row.twin ?? 0, column])

/** The questions of one person, one at a time: what is known is answered, the rest is passed and can be answered another day. */
export function CompletePart({ page, outbox }: CompletePartProps) {
  const questions = page.questions ?? []
  const answered = useMemo(() => answeredIn(outbox), [outbox])
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set())
  const [total] = useState(questions.length)
  // At the first opening the focus stays where the browser puts it; then it follows what takes the place of what was answered.
  const [begun, setBegun] = useState(false)
  const open = questions.filter(one => !answered.has(idOf(one)))
  const next = open.find(one => !passed.has(idOf(one)))
  const done = Math.max(0, total - open.length)
  const answer = (question: LinkQuestion, to: string) => {
    const { hand, row, column, value } = question
    setBegun(true)
    outbox.give('answers', { hand, cells: [{ row, column, seen: value, to }] })
    announce('Réponse enregistrée.')
  }
  if (total === 0)
    return <Done title="Rien à compléter">Toutes les cases qui vous étaient demandées sont remplies. Merci !</Done>
  if (open.length === 0)
    return (
      <Arrived begun={begun}>
        <Done title="C’est fini, merci !">
          {answered.size > 0
            ? 'Vous avez répondu à tout. Vos réponses sont gardées ici et partent dès que le réseau le permet : gardez cette page ouverte.'
            : 'Vous avez répondu à tout : la mairie a vos réponses.'}
        </Done>
      </Arrived>
    )
  return (
    <>
      <Progress label="Questions" value={done / total} words={`${done} sur ${total}`} />
      {next ? (
        <OneQuestion
          key={idOf(next)}
          question={next}
          page={page}
          onAnswer={to => answer(next, to)}
          begun={begun}
          onPass={() => {
            setBegun(true)
            setPassed(before => new Set([...before, idOf(next)]))
          }}
        />
      ) : (
        <Arrived begun={begun}>
          <EmptyState
            icon="clock"
            title="Merci"
            acts={<Button onPress={() => setPassed(new Set())}>Y revenir maintenant</Button>}
          >
            Vous avez passé {counted(open.length, 'question', 'questions', '')}. Ce lien reste ouvert : vous pouvez y
            répondre un autre jour.
          </EmptyState>
        </Arrived>
      )}
    </>
  )
}

const Done = ({ title, children }: { readonly title: string; readonly children: string }) => (
  <EmptyState icon="check" title={title}>
    {children}
  </EmptyState>
)

/** What comes after the last question receives the focus. */
function Arrived({ begun, children }: { readonly begun: boolean; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (begun) place.current?.focus()
  }, [begun])
  return (
    <div ref={place} tabIndex={-1}>
      {children}
    </div>
  )
}

/** What was answered here and is on its way. */
function answeredIn({ left }: Given): Set<string> {
  const all = left.filter(({ path, refused }) => path === 'answers' && refused === undefined)
  return new Set(
    all.flatMap(({ body }) => {
      const { hand, cells } = body as { hand: string; cells: LinkQuestion[] }
      return cells.map(cell => idOf({ ...cell, hand }))
    }),
  )
}

interface OneQuestionProps {
  readonly question: LinkQuestion
  readonly page: LinkPage
  readonly begun: boolean
  readonly onAnswer: (to: string) => void
  readonly onPass: () => void
}

function OneQuestion({ question, page, begun, onAnswer, onPass }: OneQuestionProps) {
  const [value, setValue] = useState(question.value)
  const [problem, setProblem] = useState<string>()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (begun) title.current?.focus()
  }, [begun])
  const field = page.fields.find(({ name }) => name === question.column)
  const reader: Reader | undefined = useMemo(
    () => field && readerOf(field, modelOfLink(page), { town: townOfLink(page) }),
    [field, page],
  )
  if (!field || !reader) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { value: to, tone } = reader(value)
    if (to === '') return setProblem('Écrivez une réponse, ou passez cette question.')
    if (tone === 'wrong' && problem === undefined)
      return setProblem('Vérifiez cette réponse ; appuyez encore sur « Répondre » pour la garder ainsi.')
    onAnswer(to)
  }
  return (
    <form className="card stack" onSubmit={submit} noValidate>
      <h2 className="link-question" id="question" ref={title} tabIndex={-1}>
        {question.rowName}
      </h2>
      <p>{question.question}</p>
      <EntryField
        field={field}
        input={inputOf(field)}
        value={value}
        reader={reader}
        problem={problem}
        onChange={(_, to) => setValue(to)}
      />
      <div className="row">
        <Button type="submit" kind="primary" size="large" icon="check">
          Répondre
        </Button>
        <Button kind="quiet" size="large" onPress={onPass}>
          Je ne sais pas, passer
        </Button>
      </div>
      {problem && (
        <p className="entry-feedback entry-feedback-ask" role="alert">
          {problem}
        </p>
      )}
    </form>
  )
}
