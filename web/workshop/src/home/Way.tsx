import { Link } from 'react-router'
import type { Home } from '../../../../src/contract/sets.ts'
import { french, Icon } from '../design/index.ts'
import { inWorkshop } from './in-workshop.ts'

type Step = Home['steps'][number]
const STATE: Record<Step['state'], string> = {
  todo: 'À faire',
  now: 'En cours',
  done: 'Fait',
  later: 'Plus tard',
}

/** The town's way in five steps: what is behind, where one is, what comes. */
export function Way({ steps }: { readonly steps: Home['steps'] }) {
  const now = Math.max(
    steps.findLastIndex(({ state }) => state === 'now'),
    steps.findLastIndex(({ state }) => state === 'done'),
    0,
  )
  return (
    <section className="way" aria-labelledby="chemin">
      <h2 id="chemin" className="sr-only">
        Le chemin en cinq étapes
      </h2>
      <svg className="way-line" viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
        <path className="way-road" pathLength={4} d={ROAD} />
        <path className="way-walked" pathLength={4} strokeDasharray={`${now} 9`} d={ROAD} />
      </svg>
      <ol className="way-steps">
        {steps.map((step, index) => (
          <OneStep key={step.id} step={step} number={index + 1} />
        ))}
      </ol>
    </section>
  )
}

/** From the middle of the first fifth to the middle of the last, up and down like a road: pieces of equal length, one a step. */
const ROAD = 'M100 70C170 70 230 30 300 30S430 70 500 70S630 30 700 30S830 70 900 70'

const OneStep = ({ step, number }: { readonly step: Step; readonly number: number }) => (
  <li className={`way-step way-${step.state}`} {...(step.state === 'now' && { 'aria-current': 'step' as const })}>
    <span className="way-mark" aria-hidden>
      {step.state === 'done' ? <Icon name="check" size={24} /> : number}
    </span>
    <div className="way-words">
      <h3>{step.href ? <Link to={inWorkshop(step.href)}>{step.title}</Link> : step.title}</h3>
      <p className="way-state">
        {STATE[step.state]}
        {step.total > 0 && step.state !== 'later' && ` · ${step.done} sur ${step.total}`}
      </p>
      <p className="small soft">{french(step.sentence)}</p>
    </div>
  </li>
)
