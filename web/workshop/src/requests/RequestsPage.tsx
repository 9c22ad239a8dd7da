import { useState } from 'react'
import { Link } from 'react-router'
import type { Mailing, RequestCard, Requests } from '../../../../src/contract/requests.ts'
import { useApi, useSession } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Badge, EmptyState, LinkButton, PageHeader, RadioGroup } from '../design/index.ts'
import './requests.css'
import { isWaited, KIND_WORDS, STATE_WORDS, standing } from './words.ts'

/** What is asked of whom, what came back, and what will leave next. */
export default function RequestsPage() {
  const { may } = useSession()
  const requests = useApi<Requests>('/requests')
  const add = may('prepare') && (
    <LinkButton to="/demandes/nouvelle" kind="primary" icon="plus">
      Nouvelle demande
    </LinkButton>
  )
  return (
    <div className="page stack requests-page">
      <PageHeader
        title="Demandes"
        intro="Ce que vous avez demandé à vos collègues, à vos élus, à vos partenaires : qui a répondu, qui l’on attend, quand part la prochaine relance."
        acts={add}
      />
      <Load from={requests}>
        {({ mailings }) => (mailings.length === 0 ? <NoRequest acts={add} /> : <Mailings mailings={mailings} />)}
      </Load>
    </div>
  )
}

const NoRequest = ({ acts }: { readonly acts: React.ReactNode }) => (
  <EmptyState icon="mail" title="Vous n’avez encore rien demandé" acts={acts}>
    Une feuille à remplir, un formulaire pour téléphone, quelques questions, un accord : choisissez à qui et quoi,
    relisez le courriel, et Carnet suit les réponses et les relances.
  </EmptyState>
)

const SHOWN = [
  { id: 'person', label: 'Par personne' },
  { id: 'set', label: 'Par jeu de données' },
] as const

function Mailings({ mailings }: { readonly mailings: readonly Mailing[] }) {
  const [by, setBy] = useState<string>('person')
  const waited = mailings.filter(({ requests }) => requests.some(isWaited)).length
  return (
    <>
      <div className="row row-between">
        <p>
          {waited === 0
            ? 'Vous n’attendez personne.'
            : waited === 1
              ? 'Vous attendez une réponse.'
              : `Vous attendez ${waited} réponses.`}
        </p>
        <RadioGroup label="Ranger" look="row" choices={SHOWN} value={by} onChange={setBy} />
      </div>
      {by === 'person' ? <ByPerson mailings={mailings} /> : <BySet mailings={mailings} />}
    </>
  )
}

/** To send first, then waited for, then what came back. */
const urgency = ({ requests }: Mailing): number =>
  requests.some(({ state }) => state === 'to-send') ? 0 : requests.some(isWaited) ? 1 : 2

const ByPerson = ({ mailings }: { readonly mailings: readonly Mailing[] }) => (
  <ul className="request-cards">
    {[...mailings]
      .sort((a, b) => urgency(a) - urgency(b))
      .map(mailing => (
        <li key={mailing.id} className="card request-card">
          <div>
            <h2 className="request-who">
              <Link to={`/demandes/${mailing.id}`}>{mailing.to.name}</Link>
            </h2>
            <p className="small soft">{KIND_WORDS[mailing.kind].title}</p>
          </div>
          <ul className="request-sets">
            {mailing.requests.map(request => (
              <li key={request.id}>
                <span>{request.set.title}</span> <State request={request} />
              </li>
            ))}
          </ul>
          {standing(mailing) !== '' && <p className="small request-next">{standing(mailing)}</p>}
        </li>
      ))}
  </ul>
)

export const State = ({ request: { state } }: { readonly request: Pick<RequestCard, 'state'> }) => (
  <Badge kind={STATE_WORDS[state].kind}>{STATE_WORDS[state].said}</Badge>
)

function BySet({ mailings }: { readonly mailings: readonly Mailing[] }) {
  const all = mailings.flatMap(mailing => mailing.requests.map(request => ({ mailing, request })))
  const titles = [...new Set(all.map(({ request }) => request.set.title))].sort((a, b) => a.localeCompare(b, 'fr'))
  return (
    <ul className="request-cards">
      {titles.map(title => (
        <li key={title} className="card request-card">
          <h2 className="request-who">{title}</h2>
          <ul className="request-sets">
            {all
              .filter(({ request }) => request.set.title === title)
              .map(({ mailing, request }) => (
                <li key={request.id}>
                  <span>
                    <Link to={`/demandes/${mailing.id}`}>{mailing.to.name}</Link>
                    <span className="small soft"> · {KIND_WORDS[mailing.kind].title}</span>
                  </span>{' '}
                  <State request={request} />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
