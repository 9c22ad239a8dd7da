import { useState } from 'react'
import type { LinkCard, NewLink } from '../../../../src/contract/people.ts'
import { useApi } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Button, EmptyState } from '../design/index.ts'
import { LinkRow } from './LinkRow.tsx'
import { MadeLink } from './MadeLink.tsx'
import { NewLinkDialog } from './NewLinkDialog.tsx'

/** Links without an account: each opens one thing, for a time, and can be closed. */
export function Links() {
  const links = useApi<readonly LinkCard[]>('/links')
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<NewLink | null>(null)
  const done = async (link: NewLink) => {
    setMaking(false)
    setMade(link)
    await links.reload()
  }
  return (
    <section className="stack" aria-labelledby="liens">
      <div className="row row-between">
        <h2 id="liens">Liens sans compte</h2>
        <Button icon="link" onPress={() => setMaking(true)}>
          Créer un lien
        </Button>
      </div>
      <p className="soft prose">
        Pour un agent ou un élu qui n’a qu’une chose à faire. Le lien n’ouvre que celle-là, se ferme tout seul à sa
        date, et vous pouvez le fermer avant.
      </p>
      <Load from={links} lines={3}>
        {list =>
          list.length === 0 ? (
            <EmptyState icon="link" title="Aucun lien donné">
              Créez-en un pour demander les horaires à un service, ou l’accord d’un élu.
            </EmptyState>
          ) : (
            <ul className="people">
              {list.map(link => (
                <LinkRow key={link.id} link={link} onDone={links.reload} />
              ))}
            </ul>
          )
        }
      </Load>
      {making && <NewLinkDialog onClose={() => setMaking(false)} onMade={done} />}
      {made && <MadeLink link={made} onClose={() => setMade(null)} />}
    </section>
  )
}
