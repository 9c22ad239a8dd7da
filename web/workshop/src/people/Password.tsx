import { type FormEvent, useState } from 'react'
import { post, problem, useSession } from '../api/index.ts'
import { Button, TextField, toast } from '../design/index.ts'

/** For those who prefer a password to a mailed link. */
export function Password() {
  const { person, reload } = useSession()
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState<string>()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await post('/password', { password })
    setRefused('value' in answer ? undefined : problem(answer))
    if (!('value' in answer)) return
    setPassword('')
    toast({ text: 'Votre mot de passe est enregistré.' })
    await reload()
  }
  return (
    <section className="card settings" aria-labelledby="mot-de-passe">
      <form className="stack" onSubmit={event => void save(event)}>
        <h2 id="mot-de-passe">Votre mot de passe</h2>
        <TextField
          label={person.hasPassword ? 'Nouveau mot de passe' : 'Mot de passe'}
          type="password"
          autoComplete="new-password"
          description="Au moins 12 signes. Sans mot de passe, vous entrez par un lien reçu par mail."
          value={password}
          onChange={setPassword}
          error={refused}
        />
        <div>
          <Button type="submit" isDisabled={password.length < 12}>
            Enregistrer
          </Button>
        </div>
      </form>
    </section>
  )
}
