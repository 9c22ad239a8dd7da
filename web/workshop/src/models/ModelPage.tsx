import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { SetState, Theme } from '../../../../src/contract/sets.ts'
import { choicesOf } from '../../../../src/core/models/collection.ts'
import type { Field, Model } from '../../../../src/core/models/model.ts'
import { PLAIN_MEANINGS, plainTypeOf } from '../../../../src/core/models/plain-types.ts'
import { post, problem, useApi, useSession } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Badge, Button, Icon, LinkButton, Notice, PageHeader } from '../design/index.ts'
import { Difficulty } from '../home/Difficulty.tsx'
import { NameDialog, type Wanted } from '../home/NameDialog.tsx'
import { counted } from '../set/shared/words.ts'
import { OwnModel } from './OwnModel.tsx'
import '../home/create.css'
import './models.css'

/** One model: why, who holds it, every column in plain words, and what to do with it. */
export default function ModelPage() {
  const { id = '' } = useParams()
  const model = useApi<Model>(`/models/${encodeURIComponent(id)}`)
  const themes = useApi<readonly Theme[]>('/themes')
  return (
    <div className="page stack">
      {!model.value && <PageHeader title="Modèle" up={{ to: '/modeles', title: 'Modèles' }} />}
      <Load from={model} lines={10}>
        {one => (
          <OneModel
            model={one}
            reload={model.reload}
            theme={themes.value?.find(({ models }) => models.includes(one.id))}
          />
        )}
      </Load>
    </div>
  )
}

interface OneModelProps {
  readonly model: Model
  readonly theme: Theme | undefined
  readonly reload: () => Promise<void>
}

function OneModel({ model, theme, reload }: OneModelProps) {
  const { may } = useSession()
  const own = model.id.startsWith('ville-')
  return (
    <>
      <PageHeader
        title={model.title}
        up={{ to: '/modeles', title: 'Modèles' }}
        intro={model.description}
        acts={may('prepare') && <CreateSet model={model} theme={theme} />}
      />
      {theme && (
        <div className="card stack">
          <Difficulty level={theme.difficulty} meaning={theme.difficultyMeaning} />
          <dl className="models-facts">
            <div>
              <dt>Pourquoi ouvrir ces données ?</dt>
              <dd>{theme.why}</dd>
            </div>
            <div>
              <dt>Qui les tient d’habitude ?</dt>
              <dd>{theme.holder}</dd>
            </div>
          </dl>
        </div>
      )}
      <Downloads model={model} />
      {model.remarks.map(remark => (
        <Notice key={remark} kind="attention">
          {remark}
        </Notice>
      ))}
      <section className="stack" aria-labelledby="colonnes">
        <h2 id="colonnes">{counted(model.fields.length, 'colonne')}, dans l’ordre</h2>
        <ol className="models-fields">
          {model.fields.map(field => (
            <FieldCard key={field.name} field={field} />
          ))}
        </ol>
      </section>
      {may('prepare') && (
        <section className="card stack no-print" aria-labelledby="autre">
          <h2 id="autre">Il ne va pas tout à fait ?</h2>
          <p>Partez de ce modèle pour faire le vôtre : ajoutez, retirez ou expliquez autrement ses colonnes.</p>
          <div className="row">
            <LinkButton to={`/modeles/nouveau?depuis=${encodeURIComponent(model.id)}`} icon="edit">
              Faire mon modèle à partir de celui-ci
            </LinkButton>
            {own && <Download href={`/api/atelier/models/${model.id}/file`}>Partager ce modèle (fichier)</Download>}
            {own && <OwnModel model={model} onRenamed={reload} />}
          </div>
        </section>
      )}
    </>
  )
}

function CreateSet({ model, theme }: { readonly model: Model; readonly theme: Theme | undefined }) {
  const navigate = useNavigate()
  const [wanted, setWanted] = useState<Wanted>()
  const [refused, setRefused] = useState<string>()
  const create = async ({ title, model: id, theme: number }: Wanted) => {
    const answer = await post<SetState>('/sets', { title, model: id, ...(number !== undefined && { theme: number }) })
    if ('value' in answer) await navigate(`/jeux/${answer.value.slug}`)
    else setRefused(problem(answer))
  }
  return (
    <>
      <Button
        kind="primary"
        icon="plus"
        onPress={() =>
          setWanted({ title: theme?.title ?? model.title, model: model.id, ...(theme && { theme: theme.number }) })
        }
      >
        Créer un jeu avec ce modèle
      </Button>
      {wanted && (
        <NameDialog wanted={wanted} refused={refused} onClose={() => setWanted(undefined)} onCreate={create} />
      )}
    </>
  )
}

const Downloads = ({ model }: { readonly model: Model }) => (
  <section className="card stack models-downloads" aria-labelledby="feuille">
    <h2 id="feuille">Feuille de collecte</h2>
    <p>
      Un tableur à envoyer à qui tient la liste : une ligne d’explications, une ligne d’exemple, des listes de choix.
    </p>
    <div className="row">
      <Download href={`/api/atelier/models/${encodeURIComponent(model.id)}/template.xlsx`}>Pour Excel</Download>
      <Download href={`/api/atelier/models/${encodeURIComponent(model.id)}/template.ods`}>Pour LibreOffice</Download>
    </div>
  </section>
)

/** A file of the server: an ordinary link, which the browser saves. */
const Download = ({ href, children }: { readonly href: string; readonly children: string }) => (
  <a className="c-button c-button-secondary c-button-normal" href={href} download>
    <Icon name="download" /> {children}
  </a>
)

function FieldCard({ field }: { readonly field: Field }) {
  const choices = field.type === 'boolean' ? [] : choicesOf(field)
  const meaning = field.meaning ?? field.description
  return (
    <li className="models-field">
      <div className="row">
        <h3>{field.title ?? field.name}</h3>
        {field.constraints.required && <Badge kind="attention">obligatoire</Badge>}
      </div>
      <p className="small soft">
        <code>{field.name}</code>, {PLAIN_MEANINGS[plainTypeOf(field)].label}
      </p>
      {meaning && <p>{meaning}</p>}
      {field.examples.length > 0 && (
        <p className="small">
          Exemple : <strong>{field.examples.slice(0, 2).join(' ou ')}</strong>
        </p>
      )}
      {choices.length > 0 && <Choices choices={choices} />}
    </li>
  )
}

const SEEN = 8

function Choices({ choices }: { readonly choices: readonly string[] }) {
  if (choices.length <= SEEN) return <p className="small">Valeurs possibles : {choices.join(', ')}</p>
  return (
    <details className="small">
      <summary>Les {choices.length} valeurs possibles</summary>
      <p>{choices.join(', ')}</p>
    </details>
  )
}
