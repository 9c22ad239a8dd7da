import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { BlockerKind, TownOnBoard } from '../../../../src/contract/coach.ts'
import { post, problem, useSession } from '../api/index.ts'
import { Badge, Button, french, Icon, type IconName, toast } from '../design/index.ts'

/** One town: its step of five, what retains it, who is waited for, and the way in. */
export function TownCard({ town }: { readonly town: TownOnBoard }) {
  const { name, steps, step, blockers, sets } = town
  return (
    <li className="coach-town card">
      <div className="coach-head">
        <h3>{name}</h3>
        <p className="small soft">
          {[town.referent && `Référente ou référent : ${town.referent}`, town.example && 'commune d’exemple']
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className="coach-step">
        <p>
          <strong>
            Étape {step.number} sur {steps.length} : {step.title}
          </strong>
        </p>
        <div className="coach-steps" aria-hidden>
          {steps.map(({ id, state }, at) => (
            <span
              key={id}
              className={at + 1 === step.number ? 'is-now' : state === 'done' || at + 1 < step.number ? 'is-past' : ''}
            />
          ))}
        </div>
        <p className="small soft">
          {sets.published} {sets.published > 1 ? 'publiés' : 'publié'} sur {sets.total}{' '}
          {sets.total > 1 ? 'jeux' : 'jeu'}
          {sets.ready > 0 && ` ; ${sets.ready} ${sets.ready > 1 ? 'prêts' : 'prêt'}`}
        </p>
      </div>
      <div className="coach-blockers">
        {blockers.length === 0 ? (
          <p className="coach-blocker">
            <Icon name="ok" size={18} /> Rien ne la retient.
          </p>
        ) : (
          <ul className="stack stack-tight">
            {blockers.map(({ kind, sentence }) => (
              <li key={kind} className="coach-blocker">
                <Icon name={ICONS[kind]} size={18} /> <span>{french(sentence)}</span>
              </li>
            ))}
          </ul>
        )}
        <Waited town={town} />
      </div>
      <div className="coach-foot">
        <Last town={town} />
        <Enter town={town} />
      </div>
    </li>
  )
}

const ICONS: Readonly<Record<BlockerKind, IconName>> = {
  'no-set': 'flag',
  'no-file': 'inbox',
  errors: 'edit',
  questions: 'question',
  approval: 'person',
  waiting: 'clock',
  ready: 'megaphone',
}

function Waited({ town: { name, waiting } }: { readonly town: TownOnBoard }) {
  if (waiting.length === 0) return null
  return (
    <details className="small">
      <summary>
        {waiting.length > 1 ? `${waiting.length} personnes ou réponses attendues` : 'Une personne attendue'}
        <span className="sr-only"> à {name}</span>
      </summary>
      <ul className="coach-waited">
        {waiting.map(({ who, what, since }) => (
          <li key={`${who} ${what} ${since}`}>
            {french(`${who} : ${what}`)}, <span className="soft">depuis le {days.format(new Date(since))}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
const days = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', timeZone: 'Europe/Paris' })

function Last({ town: { last, quiet = 0 } }: { readonly town: TownOnBoard }) {
  if (!last) return <p className="small soft">Personne n’y est encore entré.</p>
  return (
    <div className="coach-last small">
      <p>
        <Badge kind={quiet > 14 ? 'attention' : 'neutral'}>{since(quiet)}</Badge>
      </p>
      <p className="soft">{french(`${last.by} : ${last.note}`)}</p>
    </div>
  )
}

const since = (quiet: number): string =>
  quiet === 0 ? 'Active aujourd’hui' : quiet === 1 ? 'Active hier' : `Sans nouvelles depuis ${quiet} jours`

/** To look, or to work where the town asked for it. The whole workshop is then that town's. */
function Enter({ town: { insee, name, mine } }: { readonly town: TownOnBoard }) {
  const { town, reload } = useSession()
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  if (town.insee === insee) return <p className="small soft">Vous êtes dans cette commune.</p>
  const enter = async () => {
    setBusy(true)
    const answer = await post('/town/choose', { insee })
    setBusy(false)
    if (!('value' in answer)) return toast({ kind: 'error', text: problem(answer) })
    await navigate('/')
    await reload()
  }
  return (
    <div className="stack stack-tight">
      <Button icon="arrow-right" isPending={busy} onPress={() => void enter()}>
        Aller à {name}
      </Button>
      <p className="small soft">
        {mine === 'act' ? 'La commune vous a demandé de préparer avec elle.' : 'Vous y regardez, sans rien changer.'}
      </p>
    </div>
  )
}
