import { useState } from 'react'
import { Link } from 'react-router'
import type { ModelChoice, Theme } from '../../../../src/contract/sets.ts'
import { useApi, useSession } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Badge, LinkButton, PageHeader, TextField } from '../design/index.ts'
import { Difficulty } from '../home/Difficulty.tsx'
import { matches } from '../home/matches.ts'
import { counted } from '../set/shared/words.ts'
import { KINDS } from './kinds.ts'
import '../home/create.css'
import './models.css'

/** Every theme that towns open: why, how hard, who holds the list, and the models that say its columns. */
export default function ModelsPage() {
  const themes = useApi<readonly Theme[]>('/themes')
  const models = useApi<readonly ModelChoice[]>('/models')
  const { may } = useSession()
  return (
    <div className="page stack">
      <PageHeader
        title="Modèles"
        intro="Un modèle est la liste des colonnes attendues, avec ce que chacune veut dire et un exemple. Les modèles nationaux sont les mêmes dans toute la France."
        acts={
          may('prepare') && (
            <LinkButton to="/modeles/nouveau" kind="primary" icon="plus">
              Faire un modèle
            </LinkButton>
          )
        }
      />
      <Load from={themes}>{list => <Load from={models}>{all => <Themes themes={list} models={all} />}</Load>}</Load>
    </div>
  )
}

function Themes({ themes, models }: { readonly themes: readonly Theme[]; readonly models: readonly ModelChoice[] }) {
  const [typed, setTyped] = useState('')
  const own = models.filter(({ kind, title }) => kind === 'town' && matches(typed, title))
  const shown = themes.filter(theme =>
    matches(typed, theme.title, theme.why, theme.holder, ...modelsOf(theme, models).map(({ title }) => title)),
  )
  return (
    <>
      <div className="models-search">
        <TextField
          label="Chercher"
          placeholder="arbres, subventions, défibrillateurs…"
          optional
          value={typed}
          onChange={setTyped}
        />
      </div>
      <p className="soft" role="status">
        {counted(shown.length, 'thème', 'thèmes', 'Aucun thème : essayez un autre mot, ou faites votre propre modèle')}
      </p>
      {own.length > 0 && (
        <section className="card stack" aria-labelledby="de-la-commune">
          <h2 id="de-la-commune">Faits dans votre commune</h2>
          <ModelLinks models={own} />
        </section>
      )}
      <ul className="models-themes">
        {shown.map(theme => (
          <li key={theme.number} className="card models-theme">
            <h2>{theme.title}</h2>
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
            <ModelLinks models={modelsOf(theme, models)} />
          </li>
        ))}
      </ul>
    </>
  )
}

const modelsOf = ({ models: ids }: Theme, all: readonly ModelChoice[]): ModelChoice[] =>
  ids.flatMap(id => all.find(one => one.id === id) ?? [])

const ModelLinks = ({ models }: { readonly models: readonly ModelChoice[] }) => (
  <ul className="models-links">
    {models.map(({ id, title, kind, fields }) => (
      <li key={id}>
        <Link to={`/modeles/${encodeURIComponent(id)}`}>{title}</Link>{' '}
        <span className="models-link-more">
          <Badge>{KINDS[kind]}</Badge> <span className="small soft">{counted(fields, 'colonne')}</span>
        </span>
      </li>
    ))}
  </ul>
)
