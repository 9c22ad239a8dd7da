import { useState } from 'react'
import type { VersionCard } from '../../../../../../src/contract/publication.ts'
import { useSession } from '../../../api/index.ts'
import { Badge, Button, Icon, Notice, Select } from '../../../design/index.ts'
import { momentInWords, rowsCounted } from '../../shared/words.ts'
import { publicAddress } from '../open/public-address.ts'
import { usePublication } from '../publication-context.ts'
import { AddressDialog } from './AddressDialog.tsx'
import { DifferencesView } from './DifferencesView.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** Every version that was opened, none is ever changed; what two of them differ in; the set withdrawn or moved. */
export function VersionsPart() {
  const { state } = usePublication()
  const { versions, withdrawn } = state
  return (
    <>
      <h3 tabIndex={-1} id="versions-title">
        Les versions
      </h3>
      <p className="soft prose">
        Chaque ouverture est gardée telle quelle, sous une adresse qui ne change jamais : qui s’en est servi retrouve
        exactement ce qu’il a lu.
      </p>
      {withdrawn && (
        <Notice kind="attention" title={`Retiré le ${momentInWords(withdrawn.at)}`}>
          <p>
            À l’adresse {publicAddress(withdrawn.slug)}, le public lit : « {withdrawn.why} »
          </p>
        </Notice>
      )}
      {versions.length === 0 ? (
        <Notice title="Pas encore de version">
          <p>La première naîtra quand vous ouvrirez ce jeu.</p>
        </Notice>
      ) : (
        <VersionList versions={versions} />
      )}
      {versions.length > 1 && <Compare versions={versions} />}
      <Moves />
    </>
  )
}

const short = (hash: string): string => hash.slice(0, 12)

function VersionList({ versions }: { readonly versions: readonly VersionCard[] }) {
  const { state } = usePublication()
  const slug = state.published?.slug
  return (
    <ol className="stack stack-tight versions" reversed>
      {versions.map(({ hash, rows, createdAt, createdBy, current }) => (
        <li key={hash} className="card version">
          <div>
            <p>
              <strong>{momentInWords(createdAt)}</strong> {current && <Badge kind="ok">lue aujourd’hui</Badge>}
            </p>
            <p className="small soft">
              {rowsCounted(rows)}, ouverte par {createdBy}
            </p>
          </div>
          <span className="row">
            <code className="small">{short(hash)}</code>
            {slug !== undefined && (
              <a
                className="c-button c-button-quiet c-button-small"
                href={`${publicAddress(slug)}/v/${hash}.csv`}
                download
              >
                <Icon name="download" /> CSV
                <span className="sr-only"> de la version du {momentInWords(createdAt)}</span>
              </a>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** The latest against the one before, until a person chooses others. */
function Compare({ versions }: { readonly versions: readonly VersionCard[] }) {
  const [now, setNow] = useState(versions[0]!.hash)
  const [since, setSince] = useState(versions[1]!.hash)
  const choices = versions.map(({ hash, createdAt }) => ({
    id: hash,
    label: momentInWords(createdAt),
    detail: short(hash),
  }))
  return (
    <section className="stack" aria-labelledby="compare">
      <h4 id="compare">Ce qui a changé</h4>
      <div className="fiche-two">
        <Select label="Entre la version du" choices={choices} value={since} onChange={setSince} />
        <Select label="et celle du" choices={choices} value={now} onChange={setNow} />
      </div>
      <DifferencesView now={now} since={since} />
    </section>
  )
}

function Moves() {
  const { state } = usePublication()
  const { may } = useSession()
  const [asked, setAsked] = useState<'address' | 'withdraw' | null>(null)
  if (!state.published || !may('publish')) return null
  const close = () => setAsked(null)
  return (
    <section className="stack" aria-labelledby="moves">
      <h4 id="moves">Changer l’adresse, ou retirer</h4>
      <div className="row">
        <Button icon="edit" onPress={() => setAsked('address')}>
          Changer l’adresse
        </Button>
        <Button kind="danger" icon="lock" onPress={() => setAsked('withdraw')}>
          Retirer du public
        </Button>
      </div>
      <AddressDialog open={asked === 'address'} onClose={close} slug={state.published.slug} />
      <WithdrawDialog open={asked === 'withdraw'} onClose={close} />
    </section>
  )
}
