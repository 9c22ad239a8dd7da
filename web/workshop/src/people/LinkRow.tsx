import { useState } from 'react'
import type { LinkCard } from '../../../../src/contract/people.ts'
import { problem, remove } from '../api/index.ts'
import { AlertDialog, Badge, Button, Icon, toast } from '../design/index.ts'
import { counted, momentInWords } from '../set/shared/words.ts'
import { LINK_WORDS } from './roles.ts'

const days = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long' })

/** One link: for whom, what it opens, until when, and whether it was used. */
export function LinkRow({ link, onDone }: { readonly link: LinkCard; readonly onDone: () => Promise<void> }) {
  const [closing, setClosing] = useState(false)
  const revoke = async () => {
    const answer = await remove(`/links/${link.id}`)
    toast(
      'value' in answer ? { text: `Le lien de ${link.label} est fermé.` } : { kind: 'error', text: problem(answer) },
    )
    await onDone()
  }
  const open = !link.revokedAt && new Date(link.expiresAt) > new Date()
  return (
    <li className={open ? 'person' : 'person person-left'}>
      <span className="person-mark" aria-hidden>
        <Icon name="link" />
      </span>
      <div className="person-words">
        <p>
          <strong>{link.label}</strong>
        </p>
        <p className="small soft">
          {LINK_WORDS[link.scope.type].title} · {link.setTitle}
        </p>
      </div>
      <div className="person-role">
        <LinkState link={link} open={open} />
        <p className="small soft">
          {counted(link.uses, 'visite', 'visites', 'jamais ouvert')}
          {link.lastUsedAt && `, la dernière le ${momentInWords(link.lastUsedAt)}`}
        </p>
      </div>
      {open && (
        <Button size="small" onPress={() => setClosing(true)}>
          Fermer<span className="sr-only"> le lien de {link.label}</span>
        </Button>
      )}
      <AlertDialog
        title={`Fermer le lien de ${link.label} ?`}
        open={closing}
        onClose={() => setClosing(false)}
        confirm="Fermer le lien"
        danger
        onConfirm={revoke}
      >
        <p>Le lien cessera de s’ouvrir tout de suite. Ce qui a déjà été envoyé par lui reste.</p>
      </AlertDialog>
    </li>
  )
}

function LinkState({ link, open }: { readonly link: LinkCard; readonly open: boolean }) {
  if (link.revokedAt) return <Badge icon="lock">Fermé</Badge>
  if (!open) return <Badge icon="clock">Expiré</Badge>
  return (
    <Badge kind="ok" icon="ok">
      Ouvert jusqu’au {days.format(new Date(link.expiresAt))}
    </Badge>
  )
}
