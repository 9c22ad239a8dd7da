import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Comparison, SetState, SourceCard } from '../../../../../src/contract/sets.ts'
import { post, problem } from '../../api/index.ts'
import { Button, LinkButton, Notice, Progress, toast } from '../../design/index.ts'
import { useSet } from '../set-context.ts'
import { quoted } from '../shared/words.ts'
import { Changes } from './Changes.tsx'
import { comparisonSentence } from './sentences.ts'
import { useComparison } from './use-comparison.ts'
import { useTitles } from './use-titles.ts'

interface ComparisonViewProps {
  readonly upload: string
  readonly instead: SourceCard
}

/** What the new file would change, then one button to accept it. */
export function ComparisonView({ upload, instead }: ComparisonViewProps) {
  const { state } = useSet()
  const { job, comparison, refused } = useComparison(state.slug, upload, instead.id)
  if (refused !== undefined)
    return (
      <Notice kind="error" live acts={<LinkButton to="../sources">Revenir aux sources</LinkButton>}>
        <p>{refused}</p>
      </Notice>
    )
  if (!comparison)
    return (
      <div className="card">
        <Progress
          label={job?.message || 'Les étapes sont refaites sur le nouveau fichier…'}
          {...(job && { value: job.progress })}
        />
      </div>
    )
  return <Shown comparison={comparison} upload={upload} instead={instead} />
}

function Shown({ comparison, upload, instead }: ComparisonViewProps & { readonly comparison: Comparison }) {
  const { state, reload } = useSet()
  const navigate = useNavigate()
  const [pending, setPending] = useState(false)
  const titleOf = useTitles(state.model.id)
  const accept = async () => {
    setPending(true)
    const answer = await post<SetState>(`/sets/${state.slug}/sources`, { upload, instead: instead.id })
    setPending(false)
    if (!('value' in answer)) return toast({ kind: 'error', text: problem(answer) })
    await reload()
    toast({ text: `Le nouveau fichier a pris la place de ${quoted(instead.name)}. « Annuler » remet l’ancien.` })
    void navigate('../sources')
  }
  return (
    <>
      <Notice
        kind={comparison.lost.length > 0 ? 'attention' : 'ok'}
        title={comparisonSentence(comparison)}
        live
        acts={
          <>
            <Button kind="primary" icon="check" isDisabled={pending} onPress={() => void accept()}>
              Accepter le nouveau fichier
            </Button>
            <LinkButton to="../sources">Ne rien changer</LinkButton>
          </>
        }
      >
        <p>Il prendrait la place de {quoted(instead.name)}, qui reste gardé.</p>
      </Notice>
      <Changes comparison={comparison} titleOf={titleOf} />
    </>
  )
}
