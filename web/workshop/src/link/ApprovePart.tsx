import { type FormEvent, useState } from 'react'
import type { GivenVerdict, LinkPage } from '../../../../src/contract/link.ts'
import { ofTown } from '../../../../src/core/places/communes/of-town.ts'
import { announce, Badge, type BadgeKind, Button, RadioGroup, TextArea } from '../design/index.ts'
import { LinkFiche } from './LinkFiche.tsx'
import { LinkMap } from './LinkMap.tsx'
import { LinkTable } from './LinkTable.tsx'
import type { Given } from './use-outbox.ts'
import { momentInWords } from './words.ts'

type Verdict = GivenVerdict['verdict']
const WORDS: Readonly<
  Record<Verdict, { readonly label: string; readonly detail: string; readonly said: string; readonly kind: BadgeKind }>
> = {
  yes: {
    label: 'Oui',
    detail: 'Ces données peuvent être ouvertes à tous.',
    said: 'Oui, elles peuvent être ouvertes',
    kind: 'ok',
  },
  no: { label: 'Non', detail: 'Quelque chose s’y oppose : dites-le ci-dessous.', said: 'Non', kind: 'error' },
  sensitive: {
    label: 'Sensible, ne pas ouvrir',
    detail: 'Les ouvrir gênerait quelqu’un, ou la sécurité d’un lieu. Elles ne seront pas publiées.',
    said: 'Sensible, ne pas ouvrir',
    kind: 'error',
  },
  remark: {
    label: 'Une remarque',
    detail: 'Avant de répondre, quelque chose est à revoir.',
    said: 'Une remarque',
    kind: 'attention',
  },
}

/** What is to be opened, then yes, no, or a remark, dated. */
export function ApprovePart({ page, outbox }: { readonly page: LinkPage; readonly outbox: Given }) {
  return (
    <>
      <p>
        La mairie {ofTown(page.town.name)} a préparé « {page.setTitle} ». Relisez la fiche, regardez ce que chacun
        pourra lire, puis dites si ces données peuvent être ouvertes à tous. Une remarque peut être faite sur chaque
        case.
      </p>
      <p>
        <a href="#votre-reponse">Aller à ma réponse</a>
      </p>
      <LinkFiche page={page} outbox={outbox} />
      <LinkMap page={page} />
      <LinkTable page={page} />
      <Answer outbox={outbox} />
      <Past
        verdicts={page.verdicts ?? []}
        waiting={outbox.left.some(({ path, refused }) => path === 'verdict' && !refused)}
      />
    </>
  )
}

function Answer({ outbox }: { readonly outbox: Given }) {
  const [verdict, setVerdict] = useState<Verdict>()
  const [remark, setRemark] = useState('')
  const [problem, setProblem] = useState<{ readonly verdict?: string; readonly remark?: string }>({})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!verdict) return setProblem({ verdict: 'Choisissez une réponse.' })
    if (verdict !== 'yes' && remark.trim() === '') return setProblem({ remark: 'Dites pourquoi, en quelques mots.' })
    outbox.give('verdict', { verdict, ...(remark.trim() !== '' && { remark: remark.trim() }) })
    setProblem({})
    setVerdict(undefined)
    setRemark('')
    announce('Votre réponse est notée. Merci.')
  }
  return (
    <form className="card stack link-answer" onSubmit={submit} noValidate>
      <h2 id="votre-reponse" tabIndex={-1}>
        Votre réponse
      </h2>
      <RadioGroup
        label="Ces données peuvent-elles être ouvertes ?"
        look="cards"
        choices={(Object.keys(WORDS) as Verdict[]).map(id => ({
          id,
          label: WORDS[id].label,
          detail: WORDS[id].detail,
        }))}
        value={verdict ?? null}
        onChange={id => setVerdict(id as Verdict)}
        error={problem.verdict}
      />
      <TextArea
        label={verdict === undefined || verdict === 'yes' ? 'Un mot pour la mairie' : 'Pourquoi ?'}
        optional={verdict === undefined || verdict === 'yes'}
        value={remark}
        onChange={setRemark}
        error={problem.remark}
      />
      <div>
        <Button type="submit" kind="primary" size="large" icon="check">
          Envoyer ma réponse
        </Button>
      </div>
    </form>
  )
}

function Past({ verdicts, waiting }: { readonly verdicts: readonly GivenVerdict[]; readonly waiting: boolean }) {
  if (verdicts.length === 0 && !waiting) return null
  return (
    <section className="card stack" aria-labelledby="reponses">
      <h2 id="reponses">Déjà répondu par ce lien</h2>
      {waiting && (
        <p className="small">Votre réponse est en route : elle est gardée sur cet appareil jusqu’à son arrivée.</p>
      )}
      <ul className="link-verdicts">
        {verdicts.map(({ at, verdict, remark }) => (
          <li key={at}>
            <Badge kind={WORDS[verdict].kind}>{WORDS[verdict].said}</Badge>{' '}
            <span className="small soft">le {momentInWords(at)}</span>
            {remark && <p>{remark}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
