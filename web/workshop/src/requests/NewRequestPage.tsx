import { type FormEvent, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { type Askable, type MailingPage, REQUEST_KINDS, type RequestKind } from '../../../../src/contract/requests.ts'
import type { Home } from '../../../../src/contract/sets.ts'
import type { Model } from '../../../../src/core/models/model.ts'
import { post, problem, useApi } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Button, Checkbox, Notice, PageHeader, RadioGroup, Select, TextField } from '../design/index.ts'
import { ColumnChoice } from '../people/ColumnChoice.tsx'
import './requests.css'
import { type To, WhoFields } from './WhoFields.tsx'
import { KIND_WORDS } from './words.ts'

/** Whom, what, and how often to come back to it. The mail is then shown before it leaves. */
export default function NewRequestPage() {
  const home = useApi<Home>('/home')
  const people = useApi<readonly Askable[]>('/requests/people')
  return (
    <div className="page stack requests-page">
      <PageHeader
        title="Nouvelle demande"
        up={{ to: '/demandes', title: 'Demandes' }}
        intro="Dites à qui et quoi. Carnet écrit le courriel ; vous le relirez, et le changerez si vous voulez, avant qu’il parte."
      />
      <Load from={home}>{({ sets }) => <Form sets={sets} people={people.value ?? []} />}</Load>
    </div>
  )
}

const RHYTHMS = [
  { id: '4', label: 'tous les 4 jours' },
  { id: '7', label: 'toutes les semaines' },
  { id: '14', label: 'toutes les deux semaines' },
  { id: '30', label: 'tous les mois' },
  { id: 'never', label: 'jamais' },
]

function Form({ sets, people }: { readonly sets: Home['sets']; readonly people: readonly Askable[] }) {
  const [asked] = useSearchParams()
  const navigate = useNavigate()
  const [to, setTo] = useState<To>({ name: asked.get('nom') ?? '', mail: '' })
  const [kind, setKind] = useState<RequestKind>(kindOf(asked.get('quoi')))
  const [chosen, setChosen] = useState<readonly string[]>(asked.getAll('jeu'))
  const [choice, setLeft] = useState<ReadonlySet<string>>()
  const [departments, setDepartments] = useState('')
  const [rhythm, setRhythm] = useState('7')
  const [refused, setRefused] = useState<string>()
  const [pending, setPending] = useState(false)
  const only = chosen.length === 1 ? sets.find(({ slug }) => slug === chosen[0]) : undefined
  const choosesColumns = only !== undefined && (kind === 'form' || kind === 'questions')
  const model = useApi<Model>(choosesColumns ? `/models/${encodeURIComponent(only.model.id)}` : null)
  const fields = model.value?.fields ?? []
  const left = choice ?? spare(fields)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (to.name.trim() === '') return setRefused('Dites à qui vous demandez.')
    if (chosen.length === 0) return setRefused('Cochez au moins une liste.')
    setPending(true)
    const columns = choosesColumns ? fields.map(({ name }) => name).filter(one => !left.has(one)) : []
    const answer = await post<MailingPage>('/requests', {
      to: { name: to.name.trim(), ...(to.mail.trim() && { mail: to.mail.trim() }), ...(to.node && { node: to.node }) },
      kind,
      sets: chosen.map(set => ({ set, columns })),
      departments: kind === 'sheet' ? namesIn(departments) : [],
      everyDays: rhythm === 'never' ? null : Number(rhythm),
      ...(to.absentUntil && { absentUntil: to.absentUntil }),
    })
    setPending(false)
    if ('value' in answer) void navigate(`/demandes/${answer.value.id}`)
    else setRefused(problem(answer))
  }
  return (
    <form className="stack request-form" onSubmit={event => void submit(event)} noValidate>
      <section className="card stack" aria-labelledby="qui">
        <h2 id="qui">1. À qui ?</h2>
        <WhoFields to={to} people={people} onChange={setTo} />
      </section>
      <section className="card stack" aria-labelledby="quoi">
        <h2 id="quoi">2. Quoi ?</h2>
        <RadioGroup
          label="Ce que vous demandez"
          look="cards"
          value={kind}
          onChange={id => setKind(id as RequestKind)}
          choices={REQUEST_KINDS.map(id => ({ id, label: KIND_WORDS[id].title, detail: KIND_WORDS[id].meaning }))}
        />
        <SetChoice
          sets={sets}
          kind={kind}
          chosen={chosen}
          onChange={now => {
            setChosen(now)
            setLeft(undefined)
          }}
        />
        {choosesColumns && model.value && (
          <details className="request-columns">
            <summary>
              Choisir les colonnes ({fields.length - left.size} sur {fields.length})
            </summary>
            <ColumnChoice fields={fields} left={left} onChange={setLeft} />
          </details>
        )}
        {kind === 'sheet' && (
          <TextField
            label="Une feuille par service"
            description="Si plusieurs services remplissent le même fichier, nommez-les : Technique, Sports, Écoles"
            optional
            value={departments}
            onChange={setDepartments}
          />
        )}
      </section>
      <section className="card stack" aria-labelledby="relances">
        <h2 id="relances">3. Et sans réponse ?</h2>
        <Select label="Relancer" choices={RHYTHMS} value={rhythm} onChange={setRhythm} />
        <p className="small soft">
          {rhythm === 'never'
            ? 'Carnet ne relancera pas : vous pourrez le faire vous-même.'
            : 'Un jour ouvré, le matin, quatre fois au plus. Les relances s’arrêtent dès qu’une réponse arrive.'}
        </p>
      </section>
      {refused && (
        <Notice kind="error" live>
          {refused}
        </Notice>
      )}
      <div>
        <Button type="submit" kind="primary" size="large" after="arrow-right" isPending={pending}>
          Voir le courriel
        </Button>
      </div>
    </form>
  )
}

/** What need not be filled is not asked, unless she says so: the fewer, the sooner. */
function spare(fields: Model['fields']): ReadonlySet<string> {
  const optional = fields.filter(({ constraints }) => !constraints.required)
  return new Set(optional.length === fields.length ? [] : optional.map(({ name }) => name))
}

const kindOf = (asked: string | null): RequestKind => REQUEST_KINDS.find(one => one === asked) ?? 'holder'

const namesIn = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map(name => name.trim())
    .filter(Boolean)

interface SetChoiceProps {
  readonly sets: Home['sets']
  readonly kind: RequestKind
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Several lists go in one mail: nobody receives ten. */
function SetChoice({ sets, kind, chosen, onChange }: SetChoiceProps) {
  const offered = sets.filter(({ stage }) =>
    kind === 'questions' || kind === 'approval' ? stage !== 'waiting-for-file' : true,
  )
  if (offered.length === 0)
    return <p className="soft">Aucune liste n’en est là : il lui faut d’abord un fichier ou des lignes.</p>
  return (
    <fieldset>
      <legend className="c-label">Pour quelles listes ?</legend>
      <div className="request-choices">
        {offered.map(({ slug, title }) => (
          <Checkbox
            key={slug}
            isSelected={chosen.includes(slug)}
            onChange={on => onChange(on ? [...chosen, slug] : chosen.filter(one => one !== slug))}
          >
            {title}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}
