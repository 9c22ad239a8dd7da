import { type FormEvent, useState } from 'react'
import { post, problem, useAnySession } from '../api/index.ts'
import { announce, Button, Notice, TextField } from '../design/index.ts'

/** Asks for the mail, then for the six digits that came with the link. */
export function MailWay({ printed }: { readonly printed: boolean }) {
  const [mail, setMail] = useState('')
  const [sent, setSent] = useState(false)
  const [refused, setRefused] = useState<string>()
  const [pending, setPending] = useState(false)
  const ask = async (event: FormEvent) => {
    event.preventDefault()
    setPending(true)
    const answer = await post('/sign-in/mail', { mail: mail.trim() })
    setPending(false)
    if (!('value' in answer)) return setRefused(problem(answer))
    setRefused(undefined)
    setSent(true)
    announce('Si cette adresse est connue, un mail vient de partir.')
  }
  if (sent) return <CodeForm mail={mail.trim()} printed={printed} again={() => setSent(false)} />
  return (
    <form className="stack" onSubmit={event => void ask(event)}>
      <TextField
        label="Votre adresse mail"
        description="Carnet vous envoie un lien et un code à six chiffres. Aucun mot de passe à retenir."
        type="email"
        autoComplete="email"
        value={mail}
        onChange={setMail}
        error={refused}
        autoFocus
      />
      <Button
        kind="primary"
        size="large"
        type="submit"
        icon="mail"
        isPending={pending}
        isDisabled={!mail.includes('@')}
      >
        M’envoyer un lien
      </Button>
    </form>
  )
}

interface CodeFormProps {
  readonly mail: string
  /** No mail leaves from here: what it would say is printed where Carnet runs. */
  readonly printed: boolean
  readonly again: () => void
}

function CodeForm({ mail, printed, again }: CodeFormProps) {
  const { reload } = useAnySession()
  const [code, setCode] = useState('')
  const [refused, setRefused] = useState<string>()
  const [pending, setPending] = useState(false)
  const enter = async (event: FormEvent) => {
    event.preventDefault()
    setPending(true)
    const answer = await post('/sign-in/code', { mail, code })
    setPending(false)
    if ('value' in answer) await reload()
    else setRefused(problem(answer))
  }
  return (
    <form className="stack" onSubmit={event => void enter(event)}>
      <Notice kind="ok" title={printed ? 'Le lien et le code sont prêts' : 'Regardez vos mails'}>
        <p>
          Si <strong>{mail}</strong> est connue ici,{' '}
          {printed ? 'ils viennent de s’afficher là où Carnet est installé' : 'un mail vient de partir'}. Ouvrez son
          lien, ou écrivez ci-dessous le code à six chiffres. Il sert une fois, pendant un quart d’heure.
        </p>
      </Notice>
      <TextField
        label="Le code à six chiffres"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={text => setCode(text.replace(/\D/g, '').slice(0, 6))}
        error={refused}
        autoFocus
      />
      <div className="row">
        <Button kind="primary" size="large" type="submit" isPending={pending} isDisabled={code.length !== 6}>
          Entrer
        </Button>
        <Button kind="quiet" onPress={again}>
          Changer d’adresse ou renvoyer
        </Button>
      </div>
    </form>
  )
}
