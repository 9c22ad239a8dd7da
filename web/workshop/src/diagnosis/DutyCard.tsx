import { type FormEvent, type ReactNode, useState } from 'react'
import type { DiagnosisPage as Page } from '../../../../src/contract/diagnosis.ts'
import { type DutyAnswer, LEAST_AGENTS, LEAST_PEOPLE } from '../../../../src/core/diagnosis/duty.ts'
import { problem, put } from '../api/index.ts'
import { Badge, type BadgeKind, Button, Notice, TextField, toast } from '../design/index.ts'
import { dayInWords, inFrench } from './words.ts'

interface DutyCardProps {
  readonly value: Page
  readonly onSaid: (page: Page) => void
}

const TITLES: Readonly<Record<DutyAnswer, readonly [BadgeKind, string]>> = {
  due: ['attention', 'Oui : votre commune y est tenue'],
  'not-due': ['neutral', 'Non : votre commune n’y est pas tenue'],
  close: ['info', 'Pas encore, mais vous êtes tout près'],
  unknown: ['neutral', 'On ne peut pas encore le dire'],
}

/** Whether the law asks the town to open its data, and what it asks. */
export function DutyCard({ value, onSaid }: DutyCardProps) {
  const [kind, title] = TITLES[value.duty.answer]
  return (
    <section className="card stack" aria-labelledby="loi">
      <div className="row row-between">
        <h2 id="loi">Que dit la loi ?</h2>
        <Badge kind={kind}>{title}</Badge>
      </div>
      <Conditions value={value} />
      {WORDS[value.duty.answer]}
      <Articles />
      {value.me.maySpeakForOthers && <AgentsForm value={value} onSaid={onSaid} />}
    </section>
  )
}

/** The two conditions, each with its figure and where it comes from. */
const Conditions = ({ value: { duty, agents } }: { readonly value: Page }) => (
  <dl className="diag-conditions">
    <div>
      <dt>Habitants</dt>
      <dd>
        <strong>{duty.people === undefined ? 'inconnu' : inFrench(duty.people)}</strong>
        <span className="small soft">
          seuil : {inFrench(LEAST_PEOPLE)}. Source : liste officielle des communes (INSEE).
        </span>
      </dd>
    </div>
    <div>
      <dt>Agents, en équivalents temps plein</dt>
      <dd>
        <strong>{duty.agents === undefined ? 'à dire' : inFrench(duty.agents)}</strong>
        <span className="small soft">
          seuil : {LEAST_AGENTS}.{' '}
          {agents
            ? `Source : ${agents.source}, noté par ${agents.saidBy} le ${dayInWords(agents.saidAt)}.`
            : 'Carnet ne le devine pas : demandez au service du personnel.'}
        </span>
      </dd>
    </div>
  </dl>
)

const WORDS: Readonly<Record<DutyAnswer, ReactNode>> = {
  due: (
    <div className="prose">
      <p>Votre commune doit mettre en ligne, quand ils existent sous forme électronique :</p>
      <ul>
        <li>les documents qu’elle a communiqués à quelqu’un qui les demandait, et leurs mises à jour ;</li>
        <li>les documents de son répertoire des principaux documents ;</li>
        <li>les bases de données qu’elle produit ou reçoit, tenues à jour, et que personne d’autre ne diffuse ;</li>
        <li>les données tenues à jour qui ont un intérêt économique, social, sanitaire ou environnemental.</li>
      </ul>
      <p>
        Ce qui touche à la vie privée ou à un secret protégé par la loi reste à part : Carnet le cherche avant chaque
        publication.
      </p>
    </div>
  ),
  'not-due': (
    <p>
      L’une des deux conditions n’est pas remplie : la mise en ligne n’est pas obligatoire. Elle vous reste permise, et
      beaucoup de petites communes le font parce que cela leur sert.
    </p>
  ),
  close: (
    <p>
      Il manque peu pour que l’obligation s’applique (moins d’un dixième du seuil). Rien ne presse, mais ce que vous
      préparez aujourd’hui sera fait.
    </p>
  ),
  unknown: (
    <p>
      Il faut connaître les deux nombres. Dites combien d’agents la commune emploie, en équivalents temps plein : deux
      mi-temps comptent pour un.
    </p>
  ),
}

const Articles = () => (
  <details>
    <summary>Les articles de loi</summary>
    <div className="prose">
      <p>
        Code des relations entre le public et l’administration, article L312-1-1 : il dit ce qui se met en ligne, et ne
        s’applique pas aux collectivités de moins de 3 500 habitants, ni sous un nombre d’agents fixé par décret.
        Article D312-1-1-1 : ce nombre est de 50 agents en équivalents temps plein. Les deux viennent de la loi du 7
        octobre 2016 pour une République numérique.
      </p>
      <p className="small soft">
        D’autres textes demandent des données précises, même aux petites communes, par exemple pour certains marchés
        publics : Carnet n’en juge pas ici. Ceci est une lecture des articles, pas un avis juridique.
      </p>
    </div>
  </details>
)

function AgentsForm({ value: { agents }, onSaid }: DutyCardProps) {
  const [number, setNumber] = useState(agents?.value.replace('.', ',') ?? '')
  const [source, setSource] = useState(agents?.source ?? '')
  const [refused, setRefused] = useState<string>()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await put<Page>('/diagnosis/agents', { agents: number, source })
    if (!('value' in answer)) return setRefused(problem(answer))
    setRefused(undefined)
    toast({ text: 'C’est noté.' })
    onSaid(answer.value)
  }
  return (
    <form className="diag-agents no-print" onSubmit={event => void save(event)}>
      <TextField
        label="Agents en équivalents temps plein"
        description="Par exemple 82,5"
        inputMode="decimal"
        value={number}
        onChange={setNumber}
      />
      <TextField
        label="D’où vient ce nombre ?"
        description="Un service, un document, une date"
        value={source}
        onChange={setSource}
      />
      <Button type="submit" isDisabled={number.trim() === '' || source.trim().length < 3}>
        Noter
      </Button>
      {refused && (
        <Notice kind="error" live>
          <p>{refused}</p>
        </Notice>
      )}
    </form>
  )
}
