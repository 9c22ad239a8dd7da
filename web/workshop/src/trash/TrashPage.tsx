import { useState } from 'react'
import type { SetState, TrashedSet } from '../../../../src/contract/sets.ts'
import { post, problem, useApi, useSession } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Button, EmptyState, PageHeader, toast } from '../design/index.ts'
import { momentInWords } from '../set/shared/words.ts'
import { EraseDialog } from './EraseDialog.tsx'
import { TrashedModels } from './TrashedModels.tsx'
import './trash.css'

/** Sets put aside: each comes back whole, with its history. */
export default function TrashPage() {
  const trash = useApi<readonly TrashedSet[]>('/trash')
  return (
    <div className="page stack">
      <PageHeader
        title="Corbeille"
        intro="Rien ne disparaît d’ici tout seul. Un jeu restauré revient entier, avec son histoire."
      />
      <Load from={trash}>
        {sets =>
          sets.length === 0 ? (
            <EmptyState icon="trash" title="La corbeille est vide">
              Quand vous mettez un jeu à la corbeille, il vous attend ici.
            </EmptyState>
          ) : (
            <ul className="trash-list">
              {sets.map(set => (
                <OneTrashed key={set.slug} set={set} onDone={trash.reload} />
              ))}
            </ul>
          )
        }
      </Load>
      <TrashedModels />
    </div>
  )
}

function OneTrashed({ set, onDone }: { readonly set: TrashedSet; readonly onDone: () => Promise<void> }) {
  const { may } = useSession()
  const [erasing, setErasing] = useState(false)
  const restore = async () => {
    const answer = await post<SetState>(`/trash/${set.slug}`)
    if ('value' in answer) toast({ text: `« ${set.title} » est revenu dans vos jeux de données.` })
    else toast({ kind: 'error', text: problem(answer) })
    await onDone()
  }
  return (
    <li className="card trash-row">
      <div>
        <h2>{set.title}</h2>
        <p className="small soft">
          Mis à la corbeille le {momentInWords(set.trashedAt)} par {set.trashedBy}
        </p>
      </div>
      <div className="row">
        {may('erase') && (
          <Button kind="quiet" onPress={() => setErasing(true)}>
            Effacer pour toujours
          </Button>
        )}
        {may('prepare') && (
          <Button icon="restore" onPress={() => void restore()}>
            Restaurer<span className="sr-only"> {set.title}</span>
          </Button>
        )}
      </div>
      <EraseDialog
        open={erasing}
        onClose={() => setErasing(false)}
        wanted={{ type: 'set', set: set.slug }}
        what={`le jeu « ${set.title} »`}
        onErased={onDone}
      />
    </li>
  )
}
