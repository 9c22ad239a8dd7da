import { useState } from 'react'
import type { Session } from '../../../../src/contract/people.ts'
import { useAnySession } from '../api/index.ts'
import { Door } from '../app/Door.tsx'
import { Button, Notice } from '../design/index.ts'
import { MailWay } from './MailWay.tsx'
import { PasswordWay } from './PasswordWay.tsx'
import { ProviderWay } from './ProviderWay.tsx'

type SignedOut = Extract<Session, { state: 'signed-out' }>
const UNKNOWN: SignedOut = { state: 'signed-out', ways: [], mailPrinted: false }

/** The door: by mail first, since nothing is to be remembered; by password or by the town's own account where they exist. */
export default function SignInPage() {
  const { value } = useAnySession()
  const out = value?.state === 'signed-out' ? value : UNKNOWN
  const [way, setWay] = useState<'mail' | 'password'>(out.ways.includes('mail') ? 'mail' : 'password')
  const other = way === 'mail' ? 'password' : 'mail'
  return (
    <Door title="Entrer dans Carnet">
      {out.mailPrinted && way === 'mail' && (
        <Notice>
          <p>Carnet n’envoie pas encore de mail ici : le lien s’affiche là où Carnet est installé.</p>
        </Notice>
      )}
      {way === 'mail' ? <MailWay printed={out.mailPrinted} /> : <PasswordWay />}
      <div className="door-choices">
        {out.ways.includes(other) && (
          <Button kind="quiet" onPress={() => setWay(other)}>
            {other === 'password' ? 'Entrer avec un mot de passe' : 'Recevoir un lien par mail'}
          </Button>
        )}
        {out.ways.includes('oidc') && <ProviderWay name={out.oidcName ?? 'le compte de la commune'} />}
      </div>
    </Door>
  )
}
