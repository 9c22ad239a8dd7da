import { useState } from 'react'
import type { MailingPage } from '../../../../src/contract/requests.ts'
import { patch, post } from '../api/index.ts'
import { Button, Select, TextField } from '../design/index.ts'
import type { MailingProps } from './MailingPage.tsx'
import { isWaited } from './words.ts'

const RHYTHMS = [2, 4, 7, 14, 30]

/** What can still be done about it: a reminder now, another rhythm, an absence; thanks once something came back. */
export function MailingActs({ page, path, done }: MailingProps) {
  const waits = page.requests.some(isWaited)
  const answered = page.requests.some(({ state }) => state === 'answered' || state === 'nothing')
  const write = async (kind: 'reminder' | 'thanks' | 'published') => {
    done(await post<MailingPage>(`${path}/letters`, { kind }), 'Le courriel est écrit : relisez-le.')
  }
  if (!waits && !answered) return null
  return (
    <section className="card stack" aria-labelledby="suite">
      <h2 id="suite">La suite</h2>
      <div className="row">
        {waits && (
          <Button icon="mail" onPress={() => void write('reminder')}>
            Écrire une relance maintenant
          </Button>
        )}
        {answered && (
          <>
            <Button icon="mail" onPress={() => void write('thanks')}>
              Écrire un remerciement
            </Button>
            <Button icon="megaphone" onPress={() => void write('published')}>
              Annoncer la publication
            </Button>
          </>
        )}
      </div>
      {waits && <Rhythm page={page} path={path} done={done} />}
    </section>
  )
}

function Rhythm({ page, path, done }: Pick<MailingProps, 'page' | 'path' | 'done'>) {
  const [until, setUntil] = useState(page.absentUntil ?? '')
  const change = async (body: object, said: string) => void done(await patch<MailingPage>(path, body), said)
  const days = page.everyDays === undefined ? RHYTHMS : [...new Set([...RHYTHMS, page.everyDays])].sort((a, b) => a - b)
  return (
    <div className="request-rhythm">
      {page.everyDays !== undefined && (
        <Select
          label="Relances"
          choices={[
            ...days.map(every => ({ id: String(every), label: `tous les ${every} jours` })),
            { id: 'never', label: 'plus de relance' },
          ]}
          value={String(page.everyDays)}
          onChange={id => void change({ everyDays: id === 'never' ? null : Number(id) }, 'Rythme changé.')}
        />
      )}
      <div className="request-absence">
        <TextField label="Absente ou absent jusqu’au" type="date" optional value={until} onChange={setUntil} />
        <Button onPress={() => void change({ absentUntil: until === '' ? null : until }, 'Absence notée.')}>
          Noter l’absence
        </Button>
      </div>
    </div>
  )
}
