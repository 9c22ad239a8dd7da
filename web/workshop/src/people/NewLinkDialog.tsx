import { type FormEvent, useState } from 'react'
import type { LinkScope, NewLink } from '../../../../src/contract/people.ts'
import type { Home } from '../../../../src/contract/sets.ts'
import type { Model } from '../../../../src/core/models/model.ts'
import { post, problem, useApi } from '../api/index.ts'
import { Button, Dialog, Notice, RadioGroup, Select, TextField } from '../design/index.ts'
import { ColumnChoice } from './ColumnChoice.tsx'
import { LINK_WORDS } from './roles.ts'

type Type = LinkScope['type']
const TYPES: readonly Type[] = ['fill', 'complete', 'approve', 'read']
const DURATIONS = [
  { id: '7', label: 'Une semaine' },
  { id: '30', label: 'Un mois' },
  { id: '90', label: 'Trois mois' },
]

interface NewLinkDialogProps {
  readonly onClose: () => void
  readonly onMade: (link: NewLink) => Promise<void>
}

/** A link for one person, one set, one thing to do. */
export function NewLinkDialog({ onClose, onMade }: NewLinkDialogProps) {
  const home = useApi<Home>('/home')
  const sets = home.value?.sets ?? []
  const [slug, setSlug] = useState<string | null>(null)
  const [type, setType] = useState<Type>('complete')
  const [label, setLabel] = useState('')
  const [days, setDays] = useState('30')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<string>()
  const set = sets.find(one => one.slug === slug)
  const model = useApi<Model>(set ? `/models/${encodeURIComponent(set.model.id)}` : null)
  const asks = type === 'fill' || type === 'complete'
  const columns = (model.value?.fields ?? []).map(({ name }) => name).filter(name => !left.has(name))
  const go = async (event: FormEvent) => {
    event.preventDefault()
    if (!set) return
    const scope: LinkScope = asks
      ? { type, set: set.slug, columns }
      : { type: type as 'approve' | 'read', set: set.slug }
    const answer = await post<NewLink>('/links', { scope, label: label.trim(), days: Number(days) })
    if ('value' in answer) await onMade(answer.value)
    else setRefused(problem(answer))
  }
  return (
    <Dialog title="Créer un lien" open onClose={onClose}>
      <form className="stack" onSubmit={event => void go(event)}>
        <TextField
          label="Pour qui ?"
          description="Comme vous l’appelez : « Claire, services techniques »"
          value={label}
          onChange={setLabel}
          autoFocus
        />
        <Select
          label="Sur quel jeu ?"
          choices={sets.map(one => ({ id: one.slug, label: one.title }))}
          value={slug}
          onChange={setSlug}
        />
        <RadioGroup
          label="Pour quoi faire ?"
          value={type}
          onChange={id => setType(id as Type)}
          choices={TYPES.map(id => ({ id, label: LINK_WORDS[id].title, detail: LINK_WORDS[id].meaning }))}
        />
        {asks && model.value && <ColumnChoice fields={model.value.fields} left={left} onChange={setLeft} />}
        <Select label="Ouvert pendant" choices={DURATIONS} value={days} onChange={setDays} />
        {refused && (
          <Notice kind="error" live>
            <p>{refused}</p>
          </Notice>
        )}
        <div className="c-dialog-acts">
          <Button onPress={onClose}>Annuler</Button>
          <Button
            kind="primary"
            type="submit"
            isDisabled={!set || label.trim() === '' || (asks && columns.length === 0)}
          >
            Créer le lien
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
