import { type FormEvent, useState } from 'react'
import type { LinkPage } from '../../../../src/contract/link.ts'
import { drawKey, post, problem } from '../api/index.ts'
import { announce, Button, Notice, RadioGroup, TextArea, TextField } from '../design/index.ts'
import { dayInWords } from './words.ts'

interface OtherAnswersProps {
  readonly page: LinkPage
  readonly token: string
  readonly reload: () => Promise<void>
}

type Other = 'done' | 'someone-else' | 'nothing' | 'later'
const CHOICES: readonly { readonly id: Other; readonly label: string; readonly detail: string }[] = [
  { id: 'done', label: 'J’ai donné tout ce que je sais', detail: 'La mairie ne vous relancera plus.' },
  { id: 'someone-else', label: 'Demandez à quelqu’un d’autre', detail: 'Quelqu’un connaît mieux ces informations.' },
  { id: 'nothing', label: 'Ces données n’existent pas', detail: 'C’est une vraie réponse : elle évite de chercher.' },
  { id: 'later', label: 'Pas maintenant', detail: 'Vous êtes absente, absent, ou trop occupé : dites jusqu’à quand.' },
]

/** What helps as much as a filled form: who else knows, that it does not exist, or when to come back. */
export function OtherAnswers({ page, token, reload }: OtherAnswersProps) {
  if (page.replied)
    return (
      <Notice kind="ok" title="Votre réponse est notée, merci" live>
        <p>{REPLIED[page.replied.type](page.replied.name)} Vous pouvez encore compléter ci-dessus.</p>
      </Notice>
    )
  return (
    <details className="card link-other">
      <summary>Répondre autrement</summary>
      <OtherForm token={token} reload={reload} choices={CHOICES.filter(({ id }) => id !== 'done' || hasGiven(page))} />
    </details>
  )
}

const REPLIED: Readonly<Record<NonNullable<LinkPage['replied']>['type'], (name?: string) => string>> = {
  done: () => 'Vous avez donné tout ce que vous savez.',
  nothing: () => 'Vous avez dit que ces données n’existent pas.',
  'someone-else': name => `Vous avez dit de demander à ${name ?? 'quelqu’un d’autre'}.`,
}

const hasGiven = ({ type, given = [], sent = [] }: LinkPage): boolean =>
  type === 'complete' || given.length > 0 || sent.length > 0

interface OtherFormProps extends Omit<OtherAnswersProps, 'page'> {
  readonly choices: typeof CHOICES
}

function OtherForm({ token, reload, choices }: OtherFormProps) {
  const [type, setType] = useState<Other>()
  const [name, setName] = useState('')
  const [mail, setMail] = useState('')
  const [words, setWords] = useState('')
  const [until, setUntil] = useState('')
  const [refused, setRefused] = useState<string>()
  const [said, setSaid] = useState<string>()
  const missing = () => {
    if (!type) return 'Choisissez une réponse.'
    if (type === 'someone-else' && name.trim() === '') return 'Dites à qui demander.'
    return type === 'later' && until === '' ? 'Dites jusqu’à quel jour.' : undefined
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const lacks = missing()
    setRefused(lacks)
    if (lacks !== undefined) return
    const body = {
      done: {},
      nothing: { words: words.trim() },
      later: { until },
      'someone-else': { name: name.trim(), words: words.trim(), ...(mail.trim() !== '' && { mail: mail.trim() }) },
    }[type!]
    const answer = await post(`/api/link/${encodeURIComponent(token)}/reply`, { key: drawKey(), type, ...body })
    if (!('value' in answer)) return setRefused(problem(answer))
    const thanks =
      type === 'later' ? `C’est noté : pas de relance avant le ${dayInWords(until)}.` : 'C’est noté, merci.'
    announce(thanks)
    setSaid(thanks)
    await reload()
  }
  if (said) return <Notice kind="ok">{said}</Notice>
  return (
    <form className="stack" onSubmit={event => void submit(event)} noValidate>
      <RadioGroup
        label="Ce que vous pouvez nous dire"
        look="cards"
        choices={choices}
        value={type ?? null}
        onChange={id => setType(id as Other)}
      />
      {type === 'someone-else' && (
        <>
          <TextField label="À qui demander ?" value={name} onChange={setName} />
          <TextField label="Son adresse de courriel" type="email" optional value={mail} onChange={setMail} />
        </>
      )}
      {type === 'later' && <TextField label="Jusqu’au" type="date" value={until} onChange={setUntil} />}
      {(type === 'nothing' || type === 'someone-else') && (
        <TextArea label="Un mot pour la mairie" optional rows={2} value={words} onChange={setWords} />
      )}
      {refused && (
        <Notice kind="error" live>
          {refused}
        </Notice>
      )}
      <div>
        <Button type="submit" kind="primary" icon="check">
          Envoyer ma réponse
        </Button>
      </div>
    </form>
  )
}
