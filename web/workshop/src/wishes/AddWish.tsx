import { type FormEvent, useState } from 'react'
import type { ModelChoice, SetState, Theme } from '../../../../src/contract/sets.ts'
import type { Wish } from '../../../../src/contract/wishes.ts'
import { post, problem, useApi } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Button, Dialog, Tabs, TextField, toast } from '../design/index.ts'
import { NameDialog, type Wanted } from '../home/NameDialog.tsx'
import { ThemeList } from '../home/ThemeList.tsx'
import '../home/create.css'

interface AddWishProps {
  readonly wishes: readonly Wish[]
  readonly onClose: () => void
  readonly onAdded: (slug: string) => Promise<void>
}

/** One more wish: from the catalogue, or a theme of one's own. It is a set from that moment: there is nothing to create twice. */
export function AddWish({ wishes, onClose, onAdded }: AddWishProps) {
  const themes = useApi<readonly Theme[]>('/themes')
  const models = useApi<readonly ModelChoice[]>('/models')
  const [wanted, setWanted] = useState<Wanted>()
  const [refused, setRefused] = useState<string>()
  const add = async (wish: Pick<Wanted, 'title' | 'theme'> & { readonly model?: string }) => {
    const { title, model, theme } = wish
    const sent = { title, ...(model && { model }), ...(theme !== undefined && { theme }) }
    const answer = await post<SetState>('/sets', sent)
    if (!('value' in answer)) return setRefused(problem(answer))
    toast({ text: `« ${title} » est dans la liste, au rang ${wishes.length + 1}.` })
    await onAdded(answer.value.slug)
  }
  if (wanted)
    return (
      <NameDialog
        wanted={wanted}
        act="Ajouter à la liste"
        refused={refused}
        onClose={() => setWanted(undefined)}
        onCreate={add}
      />
    )
  const taken = new Set(wishes.flatMap(({ theme }) => theme?.number ?? []))
  return (
    <Dialog title="Ajouter un souhait" open onClose={onClose} size="wide">
      <Tabs
        label="D’où vient ce souhait"
        tabs={[
          {
            id: 'themes',
            title: 'Dans le catalogue',
            content: (
              <Load from={themes}>
                {list => <ThemeList themes={list} models={models.value ?? []} taken={taken} onChoose={setWanted} />}
              </Load>
            ),
          },
          {
            id: 'own',
            title: 'Un thème à vous',
            content: <OwnTheme refused={refused} onAdd={title => add({ title })} />,
          },
        ]}
      />
    </Dialog>
  )
}

interface OwnThemeProps {
  readonly refused: string | undefined
  readonly onAdd: (title: string) => Promise<void>
}

function OwnTheme({ refused, onAdd }: OwnThemeProps) {
  const [title, setTitle] = useState('')
  const [pending, setPending] = useState(false)
  const go = async (event: FormEvent) => {
    event.preventDefault()
    setPending(true)
    await onAdd(title.trim())
    setPending(false)
  }
  return (
    <form className="stack" onSubmit={event => void go(event)}>
      <TextField
        label="Son nom"
        description="Un nom suffit. Ses colonnes se choisiront plus tard, à partir d’une feuille que vous tenez déjà."
        placeholder="Boîtes à livres, jardins partagés…"
        value={title}
        onChange={setTitle}
        maxLength={200}
        error={refused}
      />
      <div>
        <Button kind="primary" type="submit" icon="plus" isPending={pending} isDisabled={title.trim() === ''}>
          Ajouter à la liste
        </Button>
      </div>
    </form>
  )
}
