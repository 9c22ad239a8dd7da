import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { ModelChoice, SetState, Theme } from '../../../../src/contract/sets.ts'
import { post, problem, useApi } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { LinkButton, Notice, PageHeader, Tabs } from '../design/index.ts'
import './create.css'
import { ModelList } from './ModelList.tsx'
import { NameDialog, type Wanted } from './NameDialog.tsx'
import { ThemeList } from './ThemeList.tsx'

/** A new set: from a theme that other towns opened, from a model, or from a sheet of one's own. */
export default function CreateSetPage() {
  const themes = useApi<readonly Theme[]>('/themes')
  const models = useApi<readonly ModelChoice[]>('/models')
  const navigate = useNavigate()
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const [refused, setRefused] = useState<string>()
  const create = async ({ title, model, theme }: Wanted) => {
    const answer = await post<SetState>('/sets', { title, model, ...(theme !== undefined && { theme }) })
    if ('value' in answer) await navigate(`/jeux/${answer.value.slug}/sources`)
    else setRefused(problem(answer))
  }
  const ask = (choice: Wanted) => {
    setRefused(undefined)
    setWanted(choice)
  }
  return (
    <div className="page stack">
      <PageHeader
        title="Que voulez-vous ouvrir ?"
        up={{ to: '/jeux', title: 'Jeux de données' }}
        intro="Choisissez un thème. Carnet connaît les colonnes attendues et vous guide pour les remplir."
      />
      <Tabs
        label="Par où commencer"
        tabs={[
          {
            id: 'themes',
            title: 'Par thème',
            content: (
              <Load from={themes}>
                {list => <ThemeList themes={list} models={models.value ?? []} onChoose={ask} />}
              </Load>
            ),
          },
          {
            id: 'modeles',
            title: 'Par modèle',
            content: <Load from={models}>{list => <ModelList models={list} onChoose={ask} />}</Load>,
          },
          { id: 'autre', title: 'Autre chose', content: <Other /> },
        ]}
      />
      {wanted && (
        <NameDialog
          wanted={wanted}
          refused={refused}
          onClose={() => setWanted(null)}
          onCreate={choice => create(choice)}
        />
      )}
    </div>
  )
}

const Other = () => (
  <Notice
    title="Votre liste n’est dans aucun thème ?"
    acts={
      <LinkButton to="/modeles/nouveau" kind="primary" after="arrow-right">
        Faire un modèle à partir de ma feuille
      </LinkButton>
    }
  >
    <p>
      Donnez à Carnet une feuille que vous tenez déjà : il en tire un modèle, c’est-à-dire la liste des colonnes, ce que
      chacune veut dire et un exemple. Vous pourrez le partager avec d’autres communes.
    </p>
  </Notice>
)
