import { useState } from 'react'
import type { Copies, CopyCard, PlaceCard } from '../../../../src/contract/copies.ts'
import { post, useSession } from '../api/index.ts'
import { Badge, Button, french, Icon } from '../design/index.ts'
import { listed, momentInWords } from '../set/shared/words.ts'
import type { Shown } from './PlaceSection.tsx'
import { StopDialog } from './StopDialog.tsx'
import { STATE_WORDS } from './words.ts'

interface CopyRowProps {
  readonly copy: CopyCard
  readonly place: PlaceCard
  readonly shown: Shown
  readonly onKey: () => void
}

/** How one set's copy stands there, and what to do about it. */
export function CopyRow({ copy, place, shown, onKey }: CopyRowProps) {
  const { may } = useSession()
  const [stopping, setStopping] = useState(false)
  const state = STATE_WORDS[copy.state]
  return (
    <li className="copies-row">
      <div className="copies-words">
        <p>
          <strong>{copy.title}</strong>
        </p>
        <p>
          <Badge kind={state.kind} icon={state.icon}>
            {copy.state === 'there' && copy.behind ? 'Une version plus récente va partir' : state.title}
          </Badge>
        </p>
        {copy.messages.map(message => (
          <p key={message} className="small">
            {french(message)}
          </p>
        ))}
        <p className="small soft">
          {copy.deliveredAt && `Envoyé le ${momentInWords(copy.deliveredAt)}. `}
          {copy.kept.length > 0 && `Laissé tel que là-bas : ${listed(copy.kept)}. `}
          {copy.address?.startsWith('http') && (
            <a href={copy.address} target="_blank" rel="noreferrer">
              Voir la copie<span className="sr-only"> de {copy.title}, dans un nouvel onglet</span>{' '}
              <Icon name="external" size={14} />
            </a>
          )}
        </p>
      </div>
      {may('publish') && (
        <CopyActs copy={copy} place={place} shown={shown} onKey={onKey} onStop={() => setStopping(true)} />
      )}
      {stopping && <StopDialog copy={copy} place={place} shown={shown} onClose={() => setStopping(false)} />}
    </li>
  )
}

function CopyActs({ copy, place, shown, onKey, onStop }: CopyRowProps & { readonly onStop: () => void }) {
  const { may } = useSession()
  const send = async (theirs?: 'keep' | 'replace') =>
    void shown(await post<Copies>(`/copies/places/${place.id}/send`, { sets: [copy.set], ...(theirs && { theirs }) }))
  const of = <span className="sr-only"> ({copy.title})</span>
  return (
    <div className="copies-acts">
      {copy.state === 'asks' && (
        <>
          <Button size="small" onPress={() => void send('keep')}>
            Garder ce qui est là-bas{of}
          </Button>
          <Button size="small" onPress={() => void send('replace')}>
            Remettre ce qui vient de la commune{of}
          </Button>
        </>
      )}
      {copy.state === 'key' && may('town') && (
        <Button size="small" icon="key" onPress={onKey}>
          Donner une nouvelle clé{of}
        </Button>
      )}
      {['key', 'refused', 'later'].includes(copy.state) && (
        <Button size="small" onPress={() => void send()}>
          Réessayer{of}
        </Button>
      )}
      {copy.state === 'there' && copy.kept.length > 0 && (
        <Button size="small" onPress={() => void send('replace')}>
          Remettre ce qui vient de la commune{of}
        </Button>
      )}
      {!['waiting', 'sending'].includes(copy.state) && (
        <Button size="small" kind="quiet" onPress={onStop}>
          {copy.state === 'withdrawn' ? 'Que faire de la copie ?' : 'Ne plus copier'}
          {of}
        </Button>
      )}
    </div>
  )
}
