import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { DiagnosisCard, DiagnosisPage as Page } from '../../../../src/contract/diagnosis.ts'
import { PARTS, type Part, QUESTIONS } from '../../../../src/core/diagnosis/questions.ts'
import { useApi } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { NotFound } from '../app/NotFound.tsx'
import { Button, Icon, LinkButton, Notice, PageHeader, Progress } from '../design/index.ts'
import './diagnosis.css'
import { QuestionField } from './QuestionField.tsx'
import { type AnswersInHand, type Speaker, useAnswers } from './use-answers.ts'

/** One group of questions. Each answer is kept at once: one leaves when one wants. */
export default function PartPage() {
  const { part: id } = useParams()
  const page = useApi<Page>('/diagnosis')
  const part = PARTS.find(one => one.id === id)
  const speaker = useSpeaker(page.value)
  if (!part) return <NotFound />
  return (
    <div className="page diag-page">
      <Load from={page} lines={10}>
        {({ diagnoses: [latest] }) =>
          latest && latest.closedAt === undefined && speaker ? (
            <OnePart key={`${latest.id}-${speaker.id}`} part={part} card={latest} speaker={speaker} />
          ) : (
            <NothingOpen closed={latest !== undefined} />
          )
        }
      </Load>
    </div>
  )
}

/** Whose answers: hers, or those of somebody beside her (`?voix=…&nom=…`). */
function useSpeaker(page: Page | undefined): Speaker | undefined {
  const [search] = useSearchParams()
  const [voice, name] = [search.get('voix'), search.get('nom')]
  if (!page) return undefined
  if (voice !== null && name !== null) return { id: voice, name, aloud: true }
  return { id: page.me.id, name: page.me.name, aloud: false }
}

interface OnePartProps {
  readonly part: Part
  readonly card: DiagnosisCard
  readonly speaker: Speaker
}

/** Stays from part to part: what was answered in one is there in the next. */
function OnePart({ part, card, speaker }: OnePartProps) {
  const inHand = useAnswers(card, speaker)
  const at = PARTS.indexOf(part)
  const before = PARTS.slice(0, at).flatMap(({ questions }) => questions).length
  return (
    <form className="stack stack-loose" onSubmit={event => event.preventDefault()}>
      <PageHeader
        key={part.id}
        title={part.title}
        intro={part.why}
        up={{ to: '/diagnostic', title: speaker.aloud ? `Diagnostic, réponses de ${speaker.name}` : 'Diagnostic' }}
      />
      <Along inHand={inHand} at={at} />
      {part.questions.map((question, index) => (
        <QuestionField key={question.id} question={question} number={before + index + 1} inHand={inHand} />
      ))}
      <Saved inHand={inHand} />
      <Onwards at={at} inHand={inHand} speaker={speaker} />
    </form>
  )
}

function Along({ inHand: { answers }, at }: { readonly inHand: AnswersInHand; readonly at: number }) {
  const answered = QUESTIONS.filter(({ id }) => (answers[id] ?? '') !== '').length
  return (
    <Progress
      label={`Partie ${at + 1} sur ${PARTS.length}`}
      value={answered / QUESTIONS.length}
      words={`${answered} réponse${answered > 1 ? 's' : ''} sur ${QUESTIONS.length}`}
    />
  )
}

function Saved({ inHand: { state, refused, flush } }: { readonly inHand: AnswersInHand }) {
  if (refused !== undefined)
    return (
      <Notice kind="attention" live acts={<Button onPress={() => void flush()}>Envoyer de nouveau</Button>}>
        <p>{refused} Vos réponses sont gardées sur cet ordinateur en attendant.</p>
      </Notice>
    )
  return (
    <p className="diag-saved soft small" role="status">
      <Icon name="saved" size={18} /> {state === 'saved' ? 'Vos réponses sont enregistrées.' : 'Enregistrement…'}
    </p>
  )
}

interface OnwardsProps {
  readonly at: number
  readonly inHand: AnswersInHand
  readonly speaker: Speaker
}

/** What is shown next is read from the server: it must have the answers first. */
function Onwards({ at, inHand: { flush }, speaker }: OnwardsProps) {
  const navigate = useNavigate()
  const go = async (to: string) => {
    if (await flush()) await navigate(to)
  }
  const next = PARTS[at + 1]
  const previous = PARTS[at - 1]
  return (
    <div className="row row-between">
      {previous ? (
        <Button icon="arrow-left" onPress={() => void go(partPath(previous, speaker))}>
          {previous.title}
        </Button>
      ) : (
        <span />
      )}
      <Button
        kind="primary"
        size="large"
        after="arrow-right"
        onPress={() => void go(next ? partPath(next, speaker) : '/diagnostic')}
      >
        {next ? next.title : 'Voir le résultat'}
      </Button>
    </div>
  )
}

export const partPath = ({ id }: Part, { id: voice, name, aloud }: Speaker): string =>
  `/diagnostic/questions/${id}${aloud ? `?${new URLSearchParams({ voix: voice, nom: name })}` : ''}`

const NothingOpen = ({ closed }: { readonly closed: boolean }) => (
  <Notice
    kind="info"
    title={closed ? 'Ce diagnostic est terminé' : 'Aucun diagnostic n’est commencé'}
    acts={<LinkButton to="/diagnostic">Aller au diagnostic</LinkButton>}
  >
    <p>
      {closed ? 'Rouvrez-le pour changer une réponse, ou commencez-en un autre.' : 'Commencez-le, puis revenez ici.'}
    </p>
  </Notice>
)
