import { useState } from 'react'
import type { UpdateReminder, UpdateReminders } from '../../../../src/contract/reminders.ts'
import { post, problem, useApi, useSession } from '../api/index.ts'
import { Badge, type BadgeKind, Button, Icon, LinkButton, toast } from '../design/index.ts'
import { ReminderDialog } from './ReminderDialog.tsx'

const STATES: Readonly<Record<UpdateReminder['urgency'], { readonly kind: BadgeKind; readonly words: string }>> = {
  late: { kind: 'error', words: 'En retard' },
  soon: { kind: 'attention', words: 'Bientôt' },
  later: { kind: 'neutral', words: 'À jour' },
}

/** What fiches promise: an open set that nobody updates is worth little in a year. Nothing is shown before something is published. */
export function Updates() {
  const { may, person } = useSession()
  const reminders = useApi<UpdateReminders>('/reminders')
  const { value } = reminders
  if (!value || value.reminders.length + value.without.length === 0) return null
  // What presses is in sight; a year ahead is one line.
  const isCalm = ({ urgency }: UpdateReminder) => urgency === 'later'
  const [calm, pressing] = [value.reminders.filter(isCalm), value.reminders.filter(one => !isCalm(one))]
  const mailCalendar = async () => {
    const answer = await post('/reminders/calendar/mail')
    if (!('value' in answer)) return toast({ kind: 'error', text: problem(answer) })
    toast({ text: 'Le calendrier est dans votre boîte.' })
  }
  return (
    <section className="card stack no-print" aria-labelledby="a-jour">
      <div className="row row-between">
        <h2 id="a-jour">À mettre à jour</h2>
        <div className="row">
          <a className="c-button c-button-secondary c-button-small" href="/api/atelier/reminders/calendar" download>
            <Icon name="download" size={18} /> Pour mon agenda (.ics)
          </a>
          {value.sends && person.mail && may('prepare') && (
            <Button size="small" icon="mail" onPress={() => void mailCalendar()}>
              Me l’envoyer
            </Button>
          )}
        </div>
      </div>
      <List reminders={pressing} all={value} onDone={reminders.put} />
      {calm.length > 0 && (
        <>
          {pressing.length === 0 && (
            <p>
              Tout est à jour. La prochaine version attendue : {calm[0]!.title}, le {day(calm[0]!.due)}.
            </p>
          )}
          <details>
            <summary>
              {calm.length > 1 ? `Voir les dates des ${calm.length} jeux à jour` : 'Voir la date du jeu à jour'}
            </summary>
            <List reminders={calm} all={value} onDone={reminders.put} />
          </details>
        </>
      )}
      {value.without.length > 0 && (
        <p className="small soft">
          Sans date annoncée : {value.without.map(({ title }) => title).join(', ')}. Leur fiche dit « quand quelque
          chose change » ou « jamais ».
        </p>
      )}
    </section>
  )
}

const List = ({
  reminders,
  ...rest
}: { readonly reminders: readonly UpdateReminder[] } & Omit<UpdateProps, 'reminder'>) =>
  reminders.length === 0 ? null : (
    <ul className="updates">
      {reminders.map(reminder => (
        <Update key={reminder.slug} reminder={reminder} {...rest} />
      ))}
    </ul>
  )

interface UpdateProps {
  readonly reminder: UpdateReminder
  readonly all: UpdateReminders
  readonly onDone: (value: UpdateReminders) => void
}

function Update({ reminder, all, onDone }: UpdateProps) {
  const { may } = useSession()
  const [reading, setReading] = useState(false)
  const [busy, setBusy] = useState(false)
  const { slug, title, urgency, due, frequency, holder, letter, auto } = reminder
  const state = STATES[urgency]
  /** Prepared by itself when its time comes; before, when somebody wants to write. */
  const read = async () => {
    if (letter) return setReading(true)
    setBusy(true)
    const answer = await post<UpdateReminders>(`/reminders/${slug}/letter`)
    setBusy(false)
    if (!('value' in answer)) return toast({ kind: 'error', text: problem(answer) })
    onDone(answer.value)
    setReading(true)
  }
  return (
    <li className="update">
      <div className="update-words">
        <p>
          <strong>{title}</strong> <Badge kind={state.kind}>{state.words}</Badge>
          {letter?.state === 'to-review' && <Badge kind="info">Un courriel à relire</Badge>}
        </p>
        <p className="small soft">
          {frequency} : prochaine version attendue le {day(due)}. {holder.name && `Le rappel va à ${holder.name}.`}
          {auto && ` Il part tout seul (décidé par ${auto.by}).`}
        </p>
      </div>
      {may('prepare') && (
        <div className="row">
          <LinkButton
            kind={urgency === 'later' ? 'secondary' : 'primary'}
            size="small"
            icon="redo"
            to={`/jeux/${slug}/nouveau-fichier`}
          >
            Refaire les mêmes étapes sur le nouveau fichier<span className="sr-only"> de {title}</span>
          </LinkButton>
          <Button size="small" icon="mail" isPending={busy} onPress={() => void read()}>
            Le courriel de rappel<span className="sr-only"> pour {title}</span>
          </Button>
        </div>
      )}
      {reading && letter && (
        <ReminderDialog {...{ reminder, letter, onDone }} sends={all.sends} onClose={() => setReading(false)} />
      )}
    </li>
  )
}

const words = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const day = (iso: string): string => words.format(new Date(`${iso}T12:00:00Z`)).replace(/^1 /, '1er ')
