import { useState } from 'react'
import type { LetterCard } from '../../../../src/contract/letters.ts'
import type { MailingPage } from '../../../../src/contract/requests.ts'
import { post, problem, remove } from '../api/index.ts'
import { announce, Button, Notice } from '../design/index.ts'
import { LetterEditor } from './LetterEditor.tsx'
import { LetterView } from './LetterView.tsx'
import type { MailingProps } from './MailingPage.tsx'

const TITLES: Readonly<Record<string, string>> = {
  'reminder-1': 'Première relance, si rien ne revient',
  'reminder-2': 'Relances suivantes',
  'reminder-now': 'Une relance maintenant',
  thanks: 'Un remerciement',
  published: 'L’avis de publication',
}

interface SendBoxProps extends MailingProps {
  readonly letters: readonly LetterCard[]
  /** The request itself is still to be sent: its reminders are read with it. */
  readonly first: boolean
}

/** What is about to leave, exactly as it will: nothing is sent that was not shown here. */
export function SendBox({ letters, first, page, path, reload, done, back }: SendBoxProps) {
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<string>()
  const byHand = !page.sends || !page.to.mail
  const send = async () => {
    setPending(true)
    setRefused(undefined)
    const shown = Object.fromEntries(letters.map(({ id, version }) => [id, version]))
    const answer = await post<MailingPage>(`${path}/send`, { shown, byHand })
    setPending(false)
    if ('value' in answer) return void done(answer, 'Le courriel est parti.')
    setRefused(problem(answer))
    await reload()
  }
  const drop = async ({ id }: LetterCard) => {
    await remove(`/letters/${id}`)
    announce('Courriel abandonné.')
    await reload()
    back()
  }
  return (
    <section className="stack" aria-labelledby="a-envoyer">
      <h2 id="a-envoyer">À relire avant l’envoi</h2>
      <p className="soft prose">
        Voici{' '}
        {letters.length > 1
          ? 'les courriels, exactement tels qu’ils partiront'
          : 'le courriel, exactement tel qu’il partira'}
        .
        {first &&
          letters.length > 1 &&
          page.everyDays !== undefined &&
          ` Les relances partiront mot pour mot tous les ${page.everyDays} jours ; leur liste ne gardera que ce qui est encore attendu.`}
      </p>
      {letters.map(letter => (
        <Letter key={letter.id} letter={letter} reload={reload} onDrop={first ? undefined : () => void drop(letter)} />
      ))}
      {byHand && (
        <Notice
          kind="attention"
          title={page.sends ? 'Aucune adresse n’est connue' : 'Aucun serveur de courriel n’est réglé'}
        >
          <p>Copiez le texte, envoyez-le ou donnez-le vous-même, puis dites ici que c’est fait.</p>
        </Notice>
      )}
      {refused && (
        <Notice kind="error" live>
          {refused}
        </Notice>
      )}
      <div className="row">
        <Button
          kind="primary"
          size="large"
          icon={byHand ? 'check' : 'mail'}
          isPending={pending}
          onPress={() => void send()}
        >
          {byHand ? 'C’est envoyé' : 'Envoyer'}
        </Button>
        {byHand && <CopyButton letter={letters[0]!} />}
      </div>
    </section>
  )
}

function CopyButton({ letter }: { readonly letter: LetterCard }) {
  const copy = async () => {
    await navigator.clipboard.writeText(`${letter.subject}\n\n${letter.body}`)
    announce('Texte copié.')
  }
  return (
    <Button size="large" icon="copy" onPress={() => void copy()}>
      Copier le texte
    </Button>
  )
}

interface LetterProps {
  readonly letter: LetterCard
  readonly reload: () => Promise<void>
  readonly onDrop: (() => void) | undefined
}

function Letter({ letter, reload, onDrop }: LetterProps) {
  const [editing, setEditing] = useState(false)
  // Back where it was once the text is kept, or left as it was.
  const [edited, setEdited] = useState(false)
  const close = () => {
    setEditing(false)
    setEdited(true)
  }
  const title = TITLES[letter.kind]
  return (
    <article className="card stack letter-card" aria-label={title ?? 'Le courriel'}>
      {title && <h3>{title}</h3>}
      {letter.state === 'failed' && letter.message && (
        <Notice kind="error" title="Il n’est pas parti">
          {letter.message}
        </Notice>
      )}
      {editing ? (
        <LetterEditor letter={letter} onClose={close} reload={reload} />
      ) : (
        <>
          <LetterView letter={letter} />
          <div className="row">
            <Button icon="edit" autoFocus={edited} onPress={() => setEditing(true)}>
              Changer le texte
            </Button>
            {onDrop && (
              <Button kind="quiet" onPress={onDrop}>
                Abandonner
              </Button>
            )}
          </div>
        </>
      )}
    </article>
  )
}
