import { useState } from 'react'
import type { Wish } from '../../../../src/contract/wishes.ts'
import { useAgain, useSession } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Button, EmptyState, PageHeader } from '../design/index.ts'
import { AddWish } from './AddWish.tsx'
import { Overview } from './Overview.tsx'
import { useWishes } from './use-wishes.ts'
import { WishPanel } from './WishPanel.tsx'
import { WishTable } from './WishTable.tsx'
import './wishes.css'

const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long' })

/** What the town wants to open, in order: whom to ask, what is to be done, what is decided. On paper, the form of the diary. */
export default function WishesPage() {
  const { may, town } = useSession()
  const { list, acts } = useWishes()
  const [adding, setAdding] = useState(false)
  const [added, setAdded] = useState<string>()
  const [opened, setOpened] = useState<string>()
  const wishes = list.value?.wishes ?? []
  useAgain(
    list.reload,
    wishes.some(({ looking }) => looking),
  )
  const wish = wishes.find(({ slug }) => slug === opened)
  const open = ({ slug }: Pick<Wish, 'slug'>) => setOpened(slug)
  return (
    <div className="page wishes-page stack">
      <PageHeader
        title="Liste de souhaits"
        intro="Ce que votre commune aimerait ouvrir, dans l’ordre. Pour chaque ligne : à qui le demander, ce qu’il reste à faire, ce que vous décidez."
        acts={
          <>
            {wishes.length > 0 && (
              <Button icon="print" onPress={() => print()}>
                Imprimer
              </Button>
            )}
            {may('prepare') && (
              <Button kind="primary" icon="plus" onPress={() => setAdding(true)}>
                Ajouter un souhait
              </Button>
            )}
          </>
        }
      />
      <p className="wishes-on-paper">
        Commune : {town.name} · le {day.format(new Date())}
      </p>
      <Load from={list}>
        {value =>
          value.wishes.length === 0 ? (
            <NoWish {...(may('prepare') && { onAdd: () => setAdding(true) })} />
          ) : (
            <>
              <Overview list={value} onOpen={slug => open({ slug })} />
              <WishTable
                wishes={value.wishes}
                added={added}
                onOpen={open}
                {...(may('prepare') && { onMove: acts.move })}
              />
            </>
          )
        }
      </Load>
      {adding && (
        <AddWish
          wishes={wishes}
          onClose={() => setAdding(false)}
          onAdded={async slug => {
            setAdding(false)
            await list.reload()
            setAdded(slug)
          }}
        />
      )}
      {wish && list.value && (
        <WishPanel
          wish={wish}
          services={list.value.services}
          acts={acts}
          mayChange={may('prepare')}
          onClose={() => setOpened(undefined)}
        />
      )}
    </div>
  )
}

const NoWish = ({ onAdd }: { readonly onAdd?: () => void }) => (
  <EmptyState
    icon="flag"
    title="Que voulez-vous ouvrir en premier ?"
    acts={
      onAdd && (
        <Button kind="primary" icon="plus" onPress={onAdd}>
          Choisir un premier thème
        </Button>
      )
    }
  >
    Choisissez cinq thèmes qui vous tiennent à cœur, puis cinq autres au cas où. Rien n’est engagé : l’ordre change, et
    un « non » peut revenir.
  </EmptyState>
)
