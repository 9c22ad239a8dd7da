import { type FormEvent, useId, useState } from 'react'
import type { LinkScope, NewLink } from '../../../../src/contract/people.ts'
import type { Field } from '../../../../src/core/models/model.ts'
import { post, problem as problemIn } from '../api/index.ts'
import { announce, Button, Checkbox, Dialog, Icon, Notice, Select, TextField } from '../design/index.ts'
import './link.css'
import { OnlyHere } from './OnlyHere.tsx'
import { dayInWords } from './words.ts'

interface ShareDialogProps {
  /** The set as people call it, for the title. */
  readonly setTitle: string
  /** What the link opens: `scope.set` is the slug of the set. */
  readonly scope: LinkScope
  /** Of `fill` and `complete`: the columns to choose from, those of the scope being ticked. */
  readonly fields?: readonly Field[]
  readonly open: boolean
  readonly onClose: () => void
  readonly onMade?: (link: NewLink) => void
}

const WHAT: Readonly<Record<LinkScope['type'], string>> = {
  fill: 'ajoute des lignes dans une fiche, sans rien voir d’autre',
  complete: 'répond aux questions, sans rien voir d’autre',
  approve: 'relit la fiche, la carte et le tableau, puis dit oui, non ou fait une remarque',
  send: 'donne le fichier qu’elle tient, ou dit qui le tient',
  read: 'regarde la fiche, la carte et le tableau, sans rien changer',
}
const DAYS = [
  { id: '7', label: 'une semaine' },
  { id: '30', label: 'un mois' },
  { id: '90', label: 'trois mois' },
  { id: '365', label: 'un an' },
]

/** Makes a link for somebody without an account, and shows its address once, to be copied into a mail. */
export function ShareDialog({ setTitle, scope, fields, open, onClose, onMade }: ShareDialogProps) {
  const [link, setLink] = useState<NewLink>()
  const close = () => {
    setLink(undefined)
    onClose()
  }
  return (
    <Dialog title={`Un lien pour « ${setTitle} »`} open={open} onClose={close}>
      {link ? (
        <Address link={link} onClose={close} />
      ) : (
        <Ask
          scope={scope}
          fields={fields}
          onMade={made => {
            setLink(made)
            onMade?.(made)
            announce('Le lien est prêt.')
          }}
        />
      )}
    </Dialog>
  )
}

interface AskProps {
  readonly scope: LinkScope
  readonly fields: readonly Field[] | undefined
  readonly onMade: (link: NewLink) => void
}

function Ask({ scope, fields, onMade }: AskProps) {
  const [columns, setColumns] = useState<readonly string[]>('columns' in scope ? scope.columns : [])
  const [label, setLabel] = useState('')
  const [days, setDays] = useState('30')
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (label.trim() === '') return setProblem('Dites pour qui est ce lien : son nom signera ce qui est fait.')
    if (fields && columns.length === 0) return setProblem('Cochez au moins une colonne à demander.')
    setPending(true)
    const asked = 'columns' in scope ? { ...scope, columns } : scope
    const answer = await post<NewLink>('/links', { scope: asked, label: label.trim(), days: Number(days) })
    setPending(false)
    if ('value' in answer) onMade(answer.value)
    else setProblem(problemIn(answer))
  }
  return (
    <form className="stack" onSubmit={event => void submit(event)} noValidate>
      <p>La personne qui reçoit ce lien {WHAT[scope.type]}. Elle n’a pas besoin de compte.</p>
      <TextField
        label="Pour qui ?"
        description="Par exemple : Claire, services techniques"
        value={label}
        onChange={setLabel}
        error={problem}
        autoFocus
      />
      {fields && <Columns fields={fields} chosen={columns} onChange={setColumns} />}
      <Select label="Valable pendant" choices={DAYS} value={days} onChange={setDays} />
      <div className="c-dialog-acts">
        <Button type="submit" kind="primary" icon="link" isPending={pending}>
          Créer le lien
        </Button>
      </div>
    </form>
  )
}

interface ColumnsProps {
  readonly fields: readonly Field[]
  readonly chosen: readonly string[]
  readonly onChange: (columns: readonly string[]) => void
}

/** The few columns that this person knows: the fewer, the sooner they are filled. */
function Columns({ fields, chosen, onChange }: ColumnsProps) {
  const toggle = (name: string, on: boolean) =>
    onChange(fields.map(one => one.name).filter(one => (one === name ? on : chosen.includes(one))))
  return (
    <fieldset>
      <legend className="c-label">Ce qui lui est demandé</legend>
      <div className="share-columns">
        {fields.map(({ name, title }) => (
          <Checkbox key={name} isSelected={chosen.includes(name)} onChange={on => toggle(name, on)}>
            {title ?? name}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}

/** Only its hash is kept: the address is shown this once. */
function Address({ link, onClose }: { readonly link: NewLink; readonly onClose: () => void }) {
  const id = useId()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link.address)
    } catch {
      // Without the right to write there, the selected text is copied by hand.
      document.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`)?.select()
      return announce('Appuyez sur Ctrl + C pour copier.')
    }
    setCopied(true)
    announce('Adresse copiée.')
  }
  return (
    <div className="stack">
      <Notice kind="ok" title={`Le lien de ${link.label} est prêt`}>
        Copiez-le maintenant et envoyez-le : pour votre sécurité, il ne sera plus affiché. Il est valable jusqu’au{' '}
        {dayInWords(link.expiresAt)} et vous pouvez le fermer à tout moment dans « Équipe ».
      </Notice>
      <OnlyHere />
      <div className="c-field">
        <label className="c-label" htmlFor={id}>
          Adresse à envoyer
        </label>
        <input id={id} className="c-input" readOnly value={link.address} onFocus={event => event.target.select()} />
      </div>
      <div className="c-dialog-acts">
        <Button onPress={onClose}>Fermer</Button>
        <Button kind="primary" icon={copied ? 'check' : 'copy'} onPress={() => void copy()}>
          {copied ? 'Copié' : 'Copier l’adresse'}
        </Button>
      </div>
      {copied && (
        <p className="small">
          <Icon name="ok" size={16} /> Collez-la dans un courriel ou un message.
        </p>
      )}
    </div>
  )
}
