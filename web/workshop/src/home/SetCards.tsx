import { Link } from 'react-router'
import type { SetSummary } from '../../../../src/contract/sets.ts'
import { EmptyState, LinkButton, Progress } from '../design/index.ts'
import { counted, percent, rowsCounted } from '../set/shared/words.ts'
import { StageBadge } from '../set/stage.tsx'
import './sets.css'

const byWish = (a: SetSummary, b: SetSummary) =>
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) || a.title.localeCompare(b.title, 'fr')

interface SetCardsProps {
  readonly sets: readonly SetSummary[]
  /** Some are hidden by a choice: none shown does not mean that there is none. */
  readonly filtered?: boolean
  /** Of the cards' titles, under the heading of where they are shown. */
  readonly heading?: 'h2' | 'h3'
}

/** Sets in the order of the town's wishes, each with where it stands and how far it is. */
export function SetCards({ sets, filtered = false, heading = 'h3' }: SetCardsProps) {
  if (sets.length === 0 && filtered) return <p className="soft">Aucun jeu n’en est là.</p>
  if (sets.length === 0)
    return (
      <EmptyState
        icon="sets"
        title="Aucun jeu de données encore"
        acts={
          <LinkButton to="/jeux/nouveau" kind="primary" icon="plus">
            Commencer le premier
          </LinkButton>
        }
      >
        Un jeu de données est une liste que votre commune tient : ses commerces, ses défibrillateurs, ses subventions…
      </EmptyState>
    )
  return (
    <ul className="set-cards">
      {[...sets].sort(byWish).map(set => (
        <OneCard key={set.id} set={set} heading={heading} />
      ))}
    </ul>
  )
}

const OneCard = ({ set, heading: Title }: { readonly set: SetSummary; readonly heading: 'h2' | 'h3' }) => (
  <li className={`set-card set-card-${set.stage}`}>
    <div className="set-card-head">
      {set.rank !== undefined && (
        <span className="set-card-rank">
          <span className="sr-only">Souhait numéro </span>
          {set.rank}
        </span>
      )}
      <Title className="set-card-title">
        <Link to={`/jeux/${set.slug}`} className="set-card-link">
          {set.title}
        </Link>
      </Title>
    </div>
    <p className="small soft">{whatIsThere(set)}</p>
    <div className="set-card-foot">
      <StageBadge stage={set.stage} {...(set.awaiting && { awaiting: set.awaiting.who })} />
      {set.conformity !== undefined && (set.rows ?? 0) > 0 && (
        <div className="set-card-progress">
          <Progress label="Conforme" value={set.conformity / 100} words={percent(set.conformity)} />
        </div>
      )}
    </div>
  </li>
)

/** « 284 lignes · 12 questions », or that no file came yet. */
function whatIsThere({ sources, rows, questions, model }: SetSummary): string {
  if (sources === 0 && !rows) return `Aucun fichier reçu · ${model.title}`
  return [
    rows === undefined ? counted(sources, 'fichier', 'fichiers') : rowsCounted(rows),
    questions ? counted(questions, 'question', 'questions') : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
