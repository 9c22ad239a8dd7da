import { Link } from 'react-router'
import { type Awareness, COURSES, type Course, cardsOf, quizOf } from '../../../../src/contract/awareness.ts'
import type { KitPiece } from '../../../../src/contract/kit.ts'
import { useApi } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Badge, LinkButton, PageHeader } from '../design/index.ts'
import './awareness.css'
import { COURSE_WORDS } from './words.ts'

/** The courses, the seminar, and every text of theirs. */
export default function AwarenessPage() {
  const kit = useApi<Awareness>('/awareness')
  return (
    <div className="page stack stack-loose">
      <PageHeader
        title="Sensibiliser"
        intro="Vos collègues ne voient pas à quoi cela sert ? Dix minutes par personne, de la loi à la journée d’un habitant. Sur l’écran, ou sur des cartes à découper."
      />
      <Load from={kit}>
        {({ texts, sets }) => (
          <>
            <section className="stack" aria-labelledby="parcours">
              <div>
                <h2 id="parcours">Un parcours pour chacun</h2>
                <p className="soft">
                  {sets > 0
                    ? 'Les exemples viennent de vos jeux publiés.'
                    : 'Dès qu’un jeu sera publié, les exemples seront les vôtres.'}{' '}
                  Rien n’est retenu des réponses.
                </p>
              </div>
              <ol className="aware-courses">
                {COURSES.map(course => (
                  <CourseCard key={course} course={course} texts={texts} />
                ))}
              </ol>
            </section>
            <Seminar />
            <Texts texts={texts} />
          </>
        )}
      </Load>
    </div>
  )
}

function CourseCard({ course, texts }: { readonly course: Course; readonly texts: readonly KitPiece[] }) {
  const { who, why, order } = COURSE_WORDS[course]
  const body = (name: string) => texts.find(text => text.name === name)?.body ?? ''
  const [cards, questions] = [cardsOf(body(course)).length, quizOf(body(`quiz-${course}`)).length]
  return (
    <li className="card aware-course">
      <Deck cards={cards} />
      <p className="small soft">{order}</p>
      <h3>{who}</h3>
      <p>{why}</p>
      <p className="small soft">
        {cards} cartes et {questions} questions, dix minutes.
      </p>
      <div className="aware-go">
        <LinkButton kind="primary" to={`/sensibiliser/${course}`} after="arrow-right">
          Ouvrir<span className="sr-only"> le parcours : {who}</span>
        </LinkButton>
      </div>
    </li>
  )
}

/** A hand of cards, fanned out: as many as there are. */
const Deck = ({ cards }: { readonly cards: number }) => (
  <svg className="aware-deck" viewBox="0 0 200 96" aria-hidden="true">
    {Array.from({ length: cards }, (_, at) => {
      const turn = cards < 2 ? 0 : -21 + (42 * at) / (cards - 1)
      return (
        <g key={at} transform={`rotate(${turn} 100 210)`}>
          <rect x="80" y="18" width="40" height="60" rx="5" className={at === cards - 1 ? 'aware-top' : ''} />
          {at === cards - 1 && <path d="M88 32h24M88 42h24M88 52h14" />}
        </g>
      )
    })}
  </svg>
)

const Seminar = () => (
  <section className="card aware-seminar" aria-labelledby="seminaire">
    <div>
      <h2 id="seminaire">Un séminaire en trois rencontres</h2>
      <p>
        Les élus entre eux, puis les chefs de service, puis les agents. Le déroulé dit qui fait quoi, minute par minute,
        et ce qu’il faut préparer.
      </p>
    </div>
    <LinkButton to="/sensibiliser/textes/deroule" after="arrow-right">
      Voir le déroulé
    </LinkButton>
  </section>
)

/** Every text may be written by the town. */
const Texts = ({ texts }: { readonly texts: readonly KitPiece[] }) => (
  <section className="stack" aria-labelledby="textes">
    <div>
      <h2 id="textes">À vos mots</h2>
      <p className="soft">
        Chaque texte peut être réécrit. Ce que vous écrivez reste à vous, et les versions d’avant sont gardées.
      </p>
    </div>
    <ul className="aware-texts">
      {texts.map(({ name, title, version, writtenBy, newProposal }) => (
        <li key={name}>
          <Link to={`/sensibiliser/textes/${name}`}>{title}</Link>{' '}
          {newProposal !== undefined ? (
            <Badge kind="attention" icon="attention">
              Vos jeux ont changé depuis
            </Badge>
          ) : (
            version > 0 && (
              <Badge kind="ok" icon="edit">
                Écrit par {writtenBy}
              </Badge>
            )
          )}
        </li>
      ))}
    </ul>
  </section>
)
