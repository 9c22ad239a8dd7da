import { type FormEvent, useState } from 'react'
import { type PersonCard, ROLES, type Role } from '../../../../src/contract/people.ts'
import { post, problem } from '../api/index.ts'
import { Button, Dialog, Notice, RadioGroup, TextField, toast } from '../design/index.ts'
import { ROLE_WORDS } from './roles.ts'

/** Invites somebody with an account. For a single answer, a link is enough. */
export function InviteDialog({
  onClose,
  onDone,
}: {
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}) {
  const [words, setWords] = useState({ name: '', mail: '', department: '' })
  const [role, setRole] = useState<Role>('agent')
  const [refused, setRefused] = useState<string>()
  const [pending, setPending] = useState(false)
  const field = (key: keyof typeof words) => ({
    value: words[key],
    onChange: (text: string) => setWords({ ...words, [key]: text }),
  })
  const go = async (event: FormEvent) => {
    event.preventDefault()
    setPending(true)
    const { department, ...who } = words
    const answer = await post<PersonCard>('/people', { ...who, role, ...(department.trim() && { department }) })
    setPending(false)
    if (!('value' in answer)) return setRefused(problem(answer))
    toast({ text: `${answer.value.name} fait partie de l’équipe.` })
    await onDone()
    onClose()
  }
  return (
    <Dialog title="Inviter une personne" open onClose={onClose}>
      <form className="stack" onSubmit={event => void go(event)}>
        <TextField label="Prénom et nom" autoFocus {...field('name')} />
        <TextField label="Adresse mail" type="email" {...field('mail')} />
        <TextField label="Service" optional description="Par exemple : services techniques" {...field('department')} />
        <RadioGroup
          label="Que fera cette personne ?"
          value={role}
          onChange={id => setRole(id as Role)}
          choices={ROLES.map(id => ({ id, label: ROLE_WORDS[id].title, detail: ROLE_WORDS[id].meaning }))}
        />
        {refused && (
          <Notice kind="error" live>
            <p>{refused}</p>
          </Notice>
        )}
        <div className="c-dialog-acts">
          <Button onPress={onClose}>Annuler</Button>
          <Button
            kind="primary"
            type="submit"
            isPending={pending}
            isDisabled={words.name.trim() === '' || !words.mail.includes('@')}
          >
            Inviter
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
