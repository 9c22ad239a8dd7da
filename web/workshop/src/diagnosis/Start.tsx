import type { DiagnosisPage as Page } from '../../../../src/contract/diagnosis.ts'
import { PARTS } from '../../../../src/core/diagnosis/questions.ts'
import { EmptyState } from '../design/index.ts'
import { BeginButton } from './begin.tsx'

/** Before the first answer: what it is, how long it takes, what becomes of it. */
export const Start = ({ value: { me } }: { readonly value: Page }) => (
  <section className="diag-start card" aria-label="Commencer le diagnostic">
    <EmptyState
      icon="flag"
      title="Un quart d’heure pour faire le point"
      acts={me.maySpeakForOthers ? <BeginButton>Commencer</BeginButton> : undefined}
    >
      Rien n’est noté d’avance et il n’y a pas de mauvaise réponse. Chaque réponse est gardée : vous pouvez vous
      arrêter, reprendre demain, passer une question.
    </EmptyState>
    <ol className="diag-parts">
      {PARTS.map(({ id, title, why, questions }) => (
        <li key={id}>
          <strong>{title}</strong>
          <span className="small soft">
            {questions.length} questions. {why}
          </span>
        </li>
      ))}
    </ol>
    {!me.maySpeakForOthers && <p className="soft">La personne référente de votre commune commencera le diagnostic.</p>}
  </section>
)
