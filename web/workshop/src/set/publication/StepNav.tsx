import { Link } from 'react-router'
import { Icon } from '../../design/index.ts'
import type { StepId, StepWords } from './steps.ts'

const SAID = { done: 'fait', todo: 'à faire', waiting: 'en attente' } as const

/** The five steps of the opening, in order: where one is, what remains in each. */
export function StepNav({ steps, current }: { readonly steps: readonly StepWords[]; readonly current: StepId }) {
  return (
    <nav className="opening-nav no-print" aria-label="Étapes de l’ouverture">
      <ol className="opening-steps">
        {steps.map(({ id, title, remark, state }, at) => (
          <li key={id}>
            <Link
              to={`?etape=${id}`}
              className={`opening-step opening-step-${state}`}
              aria-current={id === current ? 'step' : undefined}
            >
              <span className="opening-mark" aria-hidden="true">
                {state === 'done' ? <Icon name="check" size={18} /> : at + 1}
              </span>
              <span className="opening-words">
                <span className="opening-title">
                  <span className="sr-only">{at + 1}. </span>
                  {title}
                </span>
                <span className="opening-remark">
                  <span className="sr-only">{SAID[state]}, </span>
                  {remark}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
