import { type FormEvent, useState } from 'react'
import type { CommuneChoice, FirstStart } from '../../../../src/contract/people.ts'
import { post, problem, useAnySession } from '../api/index.ts'
import { Door } from '../app/Door.tsx'
import { Button, Notice, TextField } from '../design/index.ts'
import { CommuneSearch } from './CommuneSearch.tsx'
import { TakeBack } from './TakeBack.tsx'

/** First start: the town, by its INSEE code, and its referent. Two questions, and one is at work. */
export default function StartPage() {
  const { value, reload } = useAnySession()
  const asked = value?.state === 'first-start' ? value : { codeAsked: false, mailAsked: false }
  const [commune, setCommune] = useState<CommuneChoice | null>(null)
  const [words, setWords] = useState({ name: '', mail: '', password: '', code: '' })
  const [refused, setRefused] = useState<string>()
  const [pending, setPending] = useState(false)
  const field = (key: keyof typeof words) => ({
    value: words[key],
    onChange: (text: string) => setWords({ ...words, [key]: text }),
  })
  const begin = async (event: FormEvent) => {
    event.preventDefault()
    if (!commune) return setRefused('Choisissez d’abord votre commune dans la liste.')
    setPending(true)
    const answer = await post('/start', startOf(commune, words))
    if ('value' in answer) await reload()
    else setRefused(problem(answer))
    setPending(false)
  }
  return (
    <Door title="Bienvenue" intro="Deux questions, et vous êtes au travail. Rien n’est envoyé sur internet.">
      <form className="stack" onSubmit={event => void begin(event)}>
        <CommuneSearch chosen={commune} onChoose={setCommune} />
        <TextField label="Votre prénom et votre nom" autoComplete="name" {...field('name')} />
        <TextField
          label="Votre adresse mail"
          type="email"
          autoComplete="email"
          optional={!asked.mailAsked}
          description="Pour recevoir un lien de connexion quand Carnet est partagé avec vos collègues."
          {...field('mail')}
        />
        {asked.mailAsked && (
          <TextField
            label="Un mot de passe"
            type="password"
            autoComplete="new-password"
            optional
            description="Au moins 12 signes. Une courte phrase se retient bien."
            {...field('password')}
          />
        )}
        {asked.codeAsked && (
          <TextField
            label="Le code de démarrage"
            description="Il est affiché là où Carnet a été lancé : la personne qui l’a installé vous le donne."
            autoComplete="one-time-code"
            {...field('code')}
          />
        )}
        {refused && (
          <Notice kind="error" live>
            <p>{refused}</p>
          </Notice>
        )}
        <Button
          kind="primary"
          size="large"
          type="submit"
          after="arrow-right"
          isPending={pending}
          isDisabled={words.name.trim() === ''}
        >
          Ouvrir le carnet de {commune?.name ?? 'ma commune'}
        </Button>
      </form>
      <TakeBack code={words.code} onTaken={reload} />
    </Door>
  )
}

function startOf({ insee }: CommuneChoice, words: Record<'name' | 'mail' | 'password' | 'code', string>): FirstStart {
  const { name, mail, password, code } = words
  return {
    insee,
    name: name.trim(),
    ...(mail.trim() && { mail: mail.trim() }),
    ...(password && { password }),
    ...(code.trim() && { code: code.trim() }),
  }
}
