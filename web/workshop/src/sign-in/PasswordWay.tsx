import { type FormEvent, useState } from 'react'
import { post, problem, useAnySession } from '../api/index.ts'
import { Button, TextField } from '../design/index.ts'

/** Mail and password, for those who set one. */
export function PasswordWay() {
  const { reload } = useAnySession()
  const [mail, setMail] = useState('')
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState<string>()
  const [pending, setPending] = useState(false)
  const enter = async (event: FormEvent) => {
    event.preventDefault()
    setPending(true)
    const answer = await post('/sign-in/password', { mail: mail.trim(), password })
    setPending(false)
    if ('value' in answer) await reload()
    else setRefused(problem(answer))
  }
  return (
    <form className="stack" onSubmit={event => void enter(event)}>
      <TextField
        label="Votre adresse mail"
        type="email"
        autoComplete="email"
        value={mail}
        onChange={setMail}
        autoFocus
      />
      <TextField
        label="Votre mot de passe"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={refused}
      />
      <Button
        kind="primary"
        size="large"
        type="submit"
        isPending={pending}
        isDisabled={!mail.includes('@') || password === ''}
      >
        Entrer
      </Button>
    </form>
  )
}
