import { useEffect } from 'react'
import { useParams } from 'react-router'
import type { LinkPage as Page } from '../../../../src/contract/link.ts'
import { ofTown } from '../../../../src/core/places/communes/of-town.ts'
import { useApi } from '../api/index.ts'
import { Button, Icon, Notice, Skeleton } from '../design/index.ts'
import { ApprovePart } from './ApprovePart.tsx'
import { CompletePart } from './CompletePart.tsx'
import { FillPart } from './FillPart.tsx'
import './link.css'
import { OtherAnswers } from './OtherAnswers.tsx'
import { ReadPart } from './ReadPart.tsx'
import { SendPart } from './SendPart.tsx'
import { useOutbox } from './use-outbox.ts'
import { dayInWords } from './words.ts'

/** What a link without an account opens: one thing to do, on a phone first, and nothing else of the town. */
export default function LinkPage() {
  const { token = '' } = useParams()
  const page = useApi<Page>(`/api/link/${encodeURIComponent(token)}`)
  if (page.value) return <Opened page={page.value} token={token} reload={page.reload} />
  return (
    <Frame title="Votre lien">
      {page.loading ? (
        <Skeleton lines={6} />
      ) : (
        <Notice
          kind={page.offline ? 'attention' : 'info'}
          title={page.offline ? 'Le réseau est coupé' : 'Ce lien ne s’ouvre pas'}
          live
          acts={page.offline && <Button onPress={() => void page.reload()}>Réessayer</Button>}
        >
          {page.refused ??
            'Carnet ne répond pas pour l’instant. Gardez cette page : elle s’ouvrira dès que le réseau revient.'}
        </Notice>
      )}
    </Frame>
  )
}

const TITLES: Readonly<Record<Page['type'], string>> = {
  fill: 'Ajouter des lignes',
  complete: 'Répondre aux questions',
  approve: 'Relire et donner votre accord',
  read: 'Regarder',
  send: 'Donner ce que vous avez',
}

function Opened({
  page,
  token,
  reload,
}: {
  readonly page: Page
  readonly token: string
  readonly reload: () => Promise<void>
}) {
  const outbox = useOutbox(token, reload)
  return (
    <Frame
      title={`${TITLES[page.type]}\u00a0: ${page.setTitle}`}
      wide={page.table !== undefined}
      town={page.town.name}
      foot={`Lien de ${page.label}, valable jusqu’au ${dayInWords(page.expiresAt)}. Il n’ouvre que cette page : ne le transmettez pas.`}
    >
      {page.town.example && <p className="small soft">Données d’exemple : tout est inventé.</p>}
      {outbox.left.flatMap(({ key, refused }) =>
        refused === undefined
          ? []
          : [
              <Notice
                key={key}
                kind="error"
                live
                acts={<Button onPress={() => outbox.forget(key)}>J’ai compris</Button>}
              >
                {refused}
              </Notice>,
            ],
      )}
      <Part {...{ page, token, outbox, reload }} />
      {page.asked && page.type !== 'approve' && <OtherAnswers page={page} token={token} reload={reload} />}
    </Frame>
  )
}

interface PartProps {
  readonly page: Page
  readonly token: string
  readonly outbox: ReturnType<typeof useOutbox>
  readonly reload: () => Promise<void>
}

function Part({ page, token, outbox, reload }: PartProps) {
  switch (page.type) {
    case 'fill':
      return <FillPart {...{ page, token, outbox }} />
    case 'complete':
      return <CompletePart {...{ page, outbox }} />
    case 'approve':
      return <ApprovePart {...{ page, outbox }} />
    case 'read':
      return <ReadPart page={page} />
    case 'send':
      return <SendPart {...{ page, token, reload }} />
  }
}

interface FrameProps {
  readonly title: string
  readonly town?: string
  readonly foot?: string
  /** A table needs room. */
  readonly wide?: boolean
  readonly children: React.ReactNode
}

function Frame({ title, town, foot, wide = false, children }: FrameProps) {
  useEffect(() => {
    document.title = `${title} · Carnet`
  }, [title])
  return (
    <div className={wide ? 'link-page link-page-wide' : 'link-page'}>
      <header className="link-head">
        <p className="link-town">
          <Icon name="flag" size={18} /> {town ? `Commune ${ofTown(town)}` : 'Carnet'}
        </p>
        <h1>{title}</h1>
      </header>
      <main className="link-body stack">{children}</main>
      {foot && <footer className="link-foot small soft">{foot}</footer>}
    </div>
  )
}
