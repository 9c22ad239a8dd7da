import { useEffect, useState } from 'react'
import type { Copies, PlaceCard, PlaceSettings } from '../../../../src/contract/copies.ts'
import { type Answer, remove, useSession } from '../api/index.ts'
import { AlertDialog, Button, Menu, Notice } from '../design/index.ts'
import { ChooseDialog } from './ChooseDialog.tsx'
import { CompareDialog } from './CompareDialog.tsx'
import { CopyRow } from './CopyRow.tsx'
import { KeyDialog } from './KeyDialog.tsx'
import { KIND_WORDS, SECRET_WORDS } from './words.ts'

export type Shown = (answer: Answer<Copies>) => string | undefined

interface PlaceSectionProps {
  readonly place: PlaceCard
  readonly published: Copies['published']
  readonly shown: Shown
}

/** One place, and the sets that are copied there. */
export function PlaceSection({ place, published, shown }: PlaceSectionProps) {
  const { may } = useSession()
  const [open, setOpen] = useState<'choose' | 'compare' | 'key' | 'remove'>()
  const left = published.filter(({ set }) => !place.copies.some(copy => copy.set === set))
  const close = () => setOpen(undefined)
  useFocusKept(`place-${place.id}`, open !== undefined)
  const secret = SECRET_WORDS[place.settings.kind]
  return (
    <section className="card stack" aria-labelledby={`place-${place.id}`}>
      <div className="row row-between">
        <div className="copies-place">
          <h2 id={`place-${place.id}`} tabIndex={-1}>
            {place.title}
          </h2>
          <p className="small soft">
            {[KIND_WORDS[place.settings.kind].title, whereOf(place.settings)]
              .filter(word => word !== place.title)
              .join(' · ')}
          </p>
        </div>
        {may('town') && (
          <Menu
            label={`Réglages de ${place.title}`}
            icon="more"
            items={[
              ...(secret
                ? [
                    {
                      id: 'key',
                      label: 'Changer la clé ou le mot de passe',
                      icon: 'key' as const,
                      onAction: () => setOpen('key'),
                    },
                  ]
                : []),
              { id: 'remove', label: 'Retirer cet endroit', icon: 'trash', onAction: () => setOpen('remove') },
            ]}
          />
        )}
      </div>
      {place.secret === 'lost' && (
        <Notice
          kind="attention"
          title="La clé ne peut plus être lue sur cet ordinateur"
          acts={may('town') && <Button onPress={() => setOpen('key')}>La donner de nouveau</Button>}
        >
          <p>
            Elle est protégée par un fichier qui n’est pas ici, par exemple après une restauration. Rien d’autre n’est
            perdu.
          </p>
        </Notice>
      )}
      {place.copies.length > 0 && (
        <ul className="copies-list">
          {place.copies.map(copy => (
            <CopyRow key={copy.set} copy={copy} place={place} shown={shown} onKey={() => setOpen('key')} />
          ))}
        </ul>
      )}
      {may('publish') && (
        <div className="row">
          {left.length > 0 && (
            <Button kind={place.copies.length === 0 ? 'primary' : 'secondary'} onPress={() => setOpen('choose')}>
              Choisir les jeux à copier
            </Button>
          )}
          {place.copies.some(({ state }) => state !== 'withdrawn') && (
            <Button icon="search" onPress={() => setOpen('compare')}>
              Comparer avec là-bas
            </Button>
          )}
          {left.length + place.copies.length === 0 && (
            <p className="soft">Aucun jeu n’est publié pour l’instant : il n’y a rien à copier.</p>
          )}
        </div>
      )}
      {open === 'choose' && <ChooseDialog place={place} choices={left} onClose={close} shown={shown} />}
      {open === 'compare' && <CompareDialog place={place} onClose={close} />}
      {open === 'key' && <KeyDialog place={place} onClose={close} shown={shown} />}
      <AlertDialog
        title={`Retirer ${place.title} ?`}
        open={open === 'remove'}
        onClose={close}
        confirm="Retirer cet endroit"
        danger
        onConfirm={async () => void shown(await remove<Copies>(`/copies/places/${place.id}`))}
      >
        <p>Carnet n’y enverra plus rien et oubliera la clé. Ce qui y est déjà copié y reste.</p>
      </AlertDialog>
    </section>
  )
}

/** To this title once a window closed whose button is gone: every set is copied, there is none to choose any more. */
function useFocusKept(title: string, isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return
    // After the window tried to give the focus back.
    return () =>
      void requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (document.activeElement === document.body) document.getElementById(title)?.focus()
        }),
      )
  }, [title, isOpen])
}

function whereOf(settings: PlaceSettings): string {
  if (settings.kind === 'folder') return settings.path
  if (settings.kind === 'sftp' || settings.kind === 'ftp') return `${settings.host}${settings.folder}`
  return new URL(settings.address).host
}
