import { useState } from 'react'
import type { LetterCard } from '../../../../src/contract/letters.ts'
import type { UpdateReminder, UpdateReminders } from '../../../../src/contract/reminders.ts'
import { type Answer, get, patch, post, problem, remove, useSession } from '../api/index.ts'
import { Button, Dialog, Notice, TextArea, TextField, toast } from '../design/index.ts'
import { momentInWords } from '../set/shared/words.ts'

interface ReminderDialogProps {
  readonly reminder: UpdateReminder
  readonly letter: LetterCard
  readonly sends: boolean
  readonly onDone: (value: UpdateReminders) => void
  readonly onClose: () => void
}

/** The mail of a reminder, word for word: read, changed, sent now or on its day, or let go by itself from now on. */
export function ReminderDialog({ reminder, letter, sends, onDone, onClose }: ReminderDialogProps) {
  const { may } = useSession()
  const [draft, setDraft] = useState<{ readonly subject: string; readonly body: string }>()
  const [refused, setRefused] = useState<string>()
  const [pending, setPending] = useState(false)
  const path = `/letters/${letter.id}`
  const shown = { shown: letter.version }
  /** Whatever was done, the list says what is true now. */
  const act = async (work: Promise<Answer<unknown>>, said: string, stay = false) => {
    setPending(true)
    const answer = await work
    const now = await get<UpdateReminders>('/reminders')
    setPending(false)
    if ('value' in now) onDone(now.value)
    if (!('value' in answer)) return setRefused(problem(answer))
    setRefused(undefined)
    setDraft(undefined)
    toast({ text: said })
    if (!stay) onClose()
  }
  const open = letter.state === 'to-review' || letter.state === 'ready' || letter.state === 'failed'
  const hasMail = letter.to.mail !== ''
  return (
    <Dialog title={`Rappel : ${reminder.title}`} open onClose={onClose} size="wide">
      <div className="stack">
        <Whereabouts letter={letter} />
        {draft ? (
          <>
            <TextField label="Objet" value={draft.subject} onChange={subject => setDraft({ ...draft, subject })} />
            <TextArea label="Texte" rows={12} value={draft.body} onChange={body => setDraft({ ...draft, body })} />
          </>
        ) : (
          <article className="logbook-letter" aria-label="Le courriel, tel qu’il part">
            <p className="small">
              <span className="soft">À</span> {letter.to.name}
              {hasMail && ` (${letter.to.mail})`}
            </p>
            <p>
              <strong>{letter.subject}</strong>
            </p>
            <p className="logbook-plain">{letter.body}</p>
            <p className="small soft">Avec le fichier joint {letter.attachments.map(({ name }) => name).join(', ')}.</p>
          </article>
        )}
        {!hasMail && (
          <Notice kind="attention">
            <p>
              Aucune adresse n’est connue pour {letter.to.name} : ajoutez-la dans « Qui a quoi » ou dans « Équipe », ou
              donnez ce texte vous-même.
            </p>
          </Notice>
        )}
        {refused && (
          <Notice kind="error" live>
            <p>{refused}</p>
          </Notice>
        )}
        {open && (
          <div className="row">
            {draft ? (
              <>
                <Button
                  kind="primary"
                  isPending={pending}
                  onPress={() =>
                    void act(patch(path, { ...draft, seen: letter.version }), 'Le courriel est réécrit.', true)
                  }
                >
                  Enregistrer
                </Button>
                <Button onPress={() => setDraft(undefined)}>Annuler</Button>
              </>
            ) : (
              <>
                {sends && hasMail && (
                  <Button
                    kind="primary"
                    icon="mail"
                    isPending={pending}
                    onPress={() => void act(post(`${path}/send`, shown), 'Le courriel est parti.')}
                  >
                    Envoyer maintenant
                  </Button>
                )}
                {sends && hasMail && letter.state === 'to-review' && isLater(letter) && (
                  <Button onPress={() => void act(post(`${path}/ready`, shown), 'Il partira à sa date.')}>
                    L’envoyer à sa date
                  </Button>
                )}
                {!sends && (
                  <Button
                    kind="primary"
                    isPending={pending}
                    onPress={() => void act(post(`${path}/by-hand`, shown), 'C’est noté.')}
                  >
                    Je l’ai envoyé moi-même
                  </Button>
                )}
                <Button icon="edit" onPress={() => setDraft({ subject: letter.subject, body: letter.body })}>
                  Changer le texte
                </Button>
                <Button kind="quiet" onPress={() => void act(remove(path), 'Ce rappel ne partira pas.')}>
                  Ne pas l’envoyer
                </Button>
              </>
            )}
          </div>
        )}
        {may('town') && !draft && <Alone {...{ reminder, letter, sends, act, pending }} />}
      </div>
    </Dialog>
  )
}

const isLater = ({ dueAt }: LetterCard): boolean => dueAt !== undefined && Date.parse(dueAt) > Date.now()

function Whereabouts({ letter: { state, dueAt, sentAt, message } }: { readonly letter: LetterCard }) {
  switch (state) {
    case 'to-review':
      return <p>Rien n’est parti : lisez ce courriel, il partira tel que vous le voyez.</p>
    case 'ready':
      return <p>Relu : il partira {dueAt ? `le ${momentInWords(dueAt)}` : 'bientôt'}.</p>
    case 'sending':
      return <p>Ce courriel est en train de partir.</p>
    case 'sent':
      return <p>Envoyé {sentAt && `le ${momentInWords(sentAt)}`}.</p>
    case 'failed':
      return <p>Ce courriel n’est pas parti. {message}</p>
    case 'dropped':
      return <p>Ce courriel a été abandonné : il ne partira pas.</p>
  }
}

interface AloneProps extends Pick<ReminderDialogProps, 'reminder' | 'letter' | 'sends'> {
  readonly pending: boolean
  readonly act: (work: Promise<Answer<unknown>>, said: string) => Promise<void>
}

/** « Envoyer sans me redemander » : said once the text was read, and taken back when she wants. */
function Alone({ reminder: { slug, auto }, letter, sends, pending, act }: AloneProps) {
  if (!sends) return null
  if (auto)
    return (
      <div className="logbook-note">
        <p>
          Ce rappel part tout seul à chaque date, avec ce texte. Si la personne ou le texte change, Carnet vous
          redemande.
        </p>
        <div>
          <Button
            size="small"
            isDisabled={pending}
            onPress={() => void act(remove(`/reminders/${slug}/auto`), 'Vous relirez le prochain avant qu’il parte.')}
          >
            Me redemander la prochaine fois
          </Button>
        </div>
      </div>
    )
  if (letter.state !== 'to-review' && letter.state !== 'ready') return null
  return (
    <div className="logbook-note">
      <p>
        Ce texte vous convient pour toujours ? Il partira à sa date, cette fois et les suivantes ; seules les dates
        changeront.
      </p>
      <div>
        <Button
          size="small"
          isDisabled={pending}
          onPress={() =>
            void act(
              post(`/reminders/${slug}/auto`, { shown: letter.version }),
              'Ce rappel partira sans vous être redemandé.',
            )
          }
        >
          Envoyer sans me redemander ce rappel
        </Button>
      </div>
    </div>
  )
}
