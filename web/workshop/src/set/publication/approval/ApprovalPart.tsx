import { useState } from 'react'
import type { LinkCard } from '../../../../../../src/contract/people.ts'
import { useApi, useSession } from '../../../api/index.ts'
import { Badge, Button, Icon, LinkButton, Notice } from '../../../design/index.ts'
import { ShareDialog } from '../../../link/ShareDialog.tsx'
import { dayInWords } from '../../../link/words.ts'
import { useSet } from '../../set-context.ts'
import { listed, momentInWords } from '../../shared/words.ts'
import { usePublication } from '../publication-context.ts'
import { lastWords } from '../steps.ts'
import { MyVerdict } from './MyVerdict.tsx'

/** Who said yes, no, or a remark, and who is waited for. Without an answer the set stays ready: nothing is lost, nothing is hurried. */
export function ApprovalPart() {
  const { state: set } = useSet()
  const { may } = useSession()
  const { state } = usePublication()
  const [sharing, setSharing] = useState(false)
  const links = useApi<readonly LinkCard[]>(may('prepare') ? `/links?set=${encodeURIComponent(set.slug)}` : null)
  const waiting = (links.value ?? []).filter(link => isWaiting(link, state.verdicts))
  return (
    <>
      <div className="row row-between">
        <h3 tabIndex={-1}>L’accord</h3>
        {may('prepare') && (
          <div className="row">
            <LinkButton
              kind="primary"
              icon="mail"
              to={`/demandes/nouvelle?quoi=approval&jeu=${encodeURIComponent(set.slug)}`}
            >
              Demander par courriel
            </LinkButton>
            <Button icon="link" onPress={() => setSharing(true)}>
              Envoyer un lien à un élu
            </Button>
          </div>
        )}
      </div>
      <p className="soft prose">
        Envoyez un lien à l’élue ou à l’élu : sans compte à créer, on y relit la fiche, on regarde le tableau et la
        carte, puis on répond en un clic. La réponse est datée et gardée.
      </p>
      <Standing waiting={waiting} />
      {state.verdicts.length > 0 && <Verdicts verdicts={state.verdicts} />}
      {may('approve') && <MyVerdict />}
      <ShareDialog
        setTitle={set.title}
        scope={{ type: 'approve', set: set.slug }}
        open={sharing}
        onClose={() => setSharing(false)}
        onMade={() => void links.reload()}
      />
    </>
  )
}

type Verdicts = ReturnType<typeof usePublication>['state']['verdicts']

/** Links to approve that still open, and that said nothing since they were made. */
const isWaiting = ({ scope, label, createdAt, expiresAt, revokedAt }: LinkCard, verdicts: Verdicts): boolean =>
  scope.type === 'approve' &&
  revokedAt === undefined &&
  expiresAt > new Date().toISOString() &&
  !verdicts.some(given => given.label === label && given.at > createdAt)

function Standing({ waiting }: { readonly waiting: readonly LinkCard[] }) {
  const { state } = usePublication()
  const said = lastWords(state.verdicts)
  const no = said.filter(({ verdict }) => verdict !== 'yes')
  const sensitive = no.filter(({ verdict }) => verdict === 'sensitive')
  if (sensitive.length > 0)
    return (
      <Notice kind="error" title="Sensible, ne pas ouvrir">
        <p>
          {listed(sensitive.map(({ label }) => label))} l’{sensitive.length > 1 ? 'ont' : 'a'} dit : ce jeu ne sera pas
          publié tant que cette réponse n’a pas changé. Lisez la raison ci-dessous ; la liste de souhaits la garde.
        </p>
      </Notice>
    )
  if (no.length > 0)
    return (
      <Notice kind="attention" title={`${listed(no.map(({ label }) => label))} ${no.length > 1 ? 'ont' : 'a'} dit non`}>
        <p>Lisez pourquoi ci-dessous, corrigez, puis renvoyez un lien. Un non peut devenir un oui.</p>
      </Notice>
    )
  if (said.length > 0)
    return (
      <Notice kind="ok" title="L’accord est donné">
        <p>{said.map(({ label, at }) => `${label}, le ${momentInWords(at)}`).join(' ; ')}. Vous pouvez ouvrir.</p>
      </Notice>
    )
  if (waiting.length > 0)
    return (
      <Notice title="Prêt, en attente">
        <ul className="approval-waiting">
          {waiting.map(({ id, label, createdAt, uses, lastUsedAt }) => (
            <li key={id}>
              <Icon name="clock" size={16} />
              <span>
                {label} : lien envoyé le {dayInWords(createdAt)}
                {uses > 0 && lastUsedAt ? `, ouvert le ${dayInWords(lastUsedAt)}` : ', pas encore de réponse'}
              </span>
            </li>
          ))}
        </ul>
      </Notice>
    )
  return (
    <Notice title="Personne n’a encore été sollicité">
      <p>La loi ne demande pas cet accord pour ouvrir. Il rassure, et il évite les surprises.</p>
    </Notice>
  )
}

const WORDS = {
  yes: { said: 'Oui', kind: 'ok' },
  no: { said: 'Non', kind: 'error' },
  sensitive: { said: 'Sensible, ne pas ouvrir', kind: 'error' },
  remark: { said: 'Remarque', kind: 'attention' },
} as const

const Verdicts = ({ verdicts }: { readonly verdicts: Verdicts }) => (
  <section className="card stack" aria-labelledby="verdicts">
    <h4 id="verdicts">Les réponses</h4>
    <ul className="approval-verdicts">
      {verdicts.map(({ at, label, verdict, remark }) => (
        <li key={`${at} ${label}`}>
          <Badge kind={WORDS[verdict].kind}>{WORDS[verdict].said}</Badge> <strong>{label}</strong>{' '}
          <span className="small soft">le {momentInWords(at)}</span>
          {remark && <p className="fiche-value">{remark}</p>}
        </li>
      ))}
    </ul>
  </section>
)
