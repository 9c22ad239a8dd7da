import { useState } from 'react'
import { Link } from 'react-router'
import type { NewLink } from '../../../../../src/contract/people.ts'
import type { Field } from '../../../../../src/core/models/model.ts'
import { post, problem } from '../../api/index.ts'
import { announce, Button, Checkbox, Dialog, Notice, TextField } from '../../design/index.ts'
import { titleOf } from '../colonnes/words.ts'
import { useSet } from '../set-context.ts'
import type { ColumnHoles } from './holes.ts'
import { LinkReady } from './LinkReady.tsx'

interface AskDialogProps {
  readonly fields: readonly Field[]
  readonly holes: readonly ColumnHoles[]
  /** The column of the question that was open. */
  readonly first?: Field
  readonly onClose: () => void
}

/** « Je ne sais pas, demander à… »: a link without an account, for one person and a few columns. */
export function AskDialog({ fields, holes, first, onClose }: AskDialogProps) {
  const { state } = useSet()
  const [who, setWho] = useState('')
  const [columns, setColumns] = useState<readonly string[]>(() => firstColumns(holes, first))
  const [link, setLink] = useState<NewLink>()
  const [refused, setRefused] = useState<string>()
  const [pending, setPending] = useState(false)
  const toggle = (name: string, on: boolean) =>
    setColumns(on ? [...columns, name] : columns.filter(one => one !== name))
  const create = async () => {
    setPending(true)
    const scope = { type: 'complete', set: state.slug, columns }
    const answer = await post<NewLink>('/links', { scope, label: who.trim(), days: 30 })
    setPending(false)
    if (!('value' in answer)) return setRefused(problem(answer))
    setLink(answer.value)
    announce('Le lien est prêt.')
  }
  if (link)
    return (
      <Dialog title="Le lien est prêt" open onClose={onClose} acts={<Button onPress={onClose}>Fermer</Button>}>
        <LinkReady link={link} />
      </Dialog>
    )
  return (
    <Dialog
      title="Demander à quelqu’un"
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>Annuler</Button>
          <Button
            kind="primary"
            icon="link"
            isDisabled={pending || who.trim() === '' || columns.length === 0}
            onPress={() => void create()}
          >
            Créer le lien
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>La personne ouvre un lien, sans créer de compte, et ne voit que les cases que vous lui demandez.</p>
        <p>
          <Link to={`/demandes/nouvelle?quoi=questions&jeu=${state.slug}`}>Lui écrire plutôt un courriel</Link>, avec
          des relances : vous le relirez avant qu’il parte.
        </p>
        <TextField label="Pour qui ?" placeholder="Claire, services techniques" value={who} onChange={setWho} />
        <fieldset className="stack stack-tight">
          <legend className="c-label">Colonnes à lui demander</legend>
          <div className="ask-columns">
            {fields.map(field => (
              <Checkbox
                key={field.name}
                isSelected={columns.includes(field.name)}
                onChange={on => toggle(field.name, on)}
              >
                {titleOf(field)}
              </Checkbox>
            ))}
          </div>
        </fieldset>
        {refused !== undefined && (
          <Notice kind="error" live>
            <p>{refused}</p>
          </Notice>
        )}
      </div>
    </Dialog>
  )
}

/** The column in question; else the mandatory ones that are not full. */
const firstColumns = (holes: readonly ColumnHoles[], first: Field | undefined): string[] =>
  first ? [first.name] : holes.filter(({ required }) => required).map(({ field }) => field.name)
