import { useEffect, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { ModelChoice } from '../../../../src/contract/sets.ts'
import { draftOfModel, draftProblems, type ModelDraft, modelFiles } from '../../../../src/core/models/draft.ts'
import type { Model } from '../../../../src/core/models/model.ts'
import { drawKey, post, problem, useApi } from '../api/index.ts'
import { announce, Button, Notice, PageHeader, Skeleton, toast } from '../design/index.ts'
import { DraftEditor } from './DraftEditor.tsx'
import { type KeyedDraft, keyed, unkeyed } from './edit-draft.ts'
import './models.css'
import { SheetPreview } from './SheetPreview.tsx'
import { StartFrom } from './StartFrom.tsx'
import { useKeptDraft } from './use-kept-draft.ts'

/** The theme maker: a model from any sheet, in one's own words, kept and shared. */
export default function NewModelPage() {
  const [search] = useSearchParams()
  const from = search.get('depuis')
  const opened = useApi<Model>(from === null ? null : `/models/${encodeURIComponent(from)}`)
  const { draft, change } = useKeptDraft()
  useEffect(() => {
    if (opened.value)
      change(keyed({ ...draftOfModel(opened.value), title: `${opened.value.title}, à notre façon` }, drawKey))
  }, [opened.value, change])
  const start = (proposed: ModelDraft) => {
    change(keyed(proposed, drawKey))
    announce(`${proposed.fields.length} colonnes proposées : relisez-les, changez ce qui ne va pas.`)
  }
  return (
    <div className="page stack">
      <PageHeader
        title="Faire un modèle"
        up={{ to: '/modeles', title: 'Modèles' }}
        intro="Donnez une feuille que vous tenez déjà. Carnet en tire les colonnes, vous dites avec vos mots ce qu’elles veulent dire."
      />
      {from !== null && opened.loading ? (
        <Skeleton lines={8} />
      ) : draft ? (
        <Making draft={draft} change={change} />
      ) : (
        <StartFrom onStart={start} />
      )}
    </div>
  )
}

interface MakingProps {
  readonly draft: KeyedDraft
  readonly change: (draft: KeyedDraft | undefined) => void
}

function Making({ draft, change }: MakingProps) {
  const navigate = useNavigate()
  const pending = useRef(false)
  const [refused, setRefused] = useState<string>()
  const [told, setTold] = useState(false)
  const problems = draftProblems(draft)
  const keep = async () => {
    setTold(true)
    if (problems.length > 0) return announce(problems.map(({ message }) => message).join(' '))
    if (pending.current) return
    pending.current = true
    const { title, description } = draft
    const answer = await post<ModelChoice>('/models', {
      title: title.trim(),
      description,
      ...modelFiles(unkeyed(draft)),
    })
    pending.current = false
    if (!('value' in answer)) return setRefused(problem(answer))
    change(undefined)
    toast({ text: `Le modèle « ${answer.value.title} » est gardé.` })
    await navigate(`/modeles/${answer.value.id}`)
  }
  return (
    <>
      <DraftEditor draft={draft} change={change} problems={told ? problems : []} />
      <SheetPreview draft={draft} />
      {refused && (
        <Notice kind="error" live>
          {refused}
        </Notice>
      )}
      {told && problems.length > 0 && (
        <Notice kind="attention" title="Avant de garder ce modèle" live>
          <ul>
            {problems.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="row models-acts">
        <Button kind="primary" size="large" icon="check" onPress={() => void keep()}>
          Garder ce modèle
        </Button>
        <Button kind="quiet" onPress={() => change(undefined)}>
          Recommencer avec une autre feuille
        </Button>
      </div>
    </>
  )
}
