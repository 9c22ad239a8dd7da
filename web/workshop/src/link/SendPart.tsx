import { useState } from 'react'
import type { LinkPage } from '../../../../src/contract/link.ts'
import { ofTown } from '../../../../src/core/places/communes/of-town.ts'
import { problem, upload } from '../api/index.ts'
import { announce, FileDrop, Icon, Notice } from '../design/index.ts'
import { momentInWords } from './words.ts'

interface SendPartProps {
  readonly page: LinkPage
  readonly token: string
  readonly reload: () => Promise<void>
}

/** Somebody gives the sheet that she filled, or the file that she holds, as it is. */
export function SendPart({ page, token, reload }: SendPartProps) {
  const [refused, setRefused] = useState<string>()
  const [pending, setPending] = useState(false)
  const send = async (files: readonly File[]) => {
    setPending(true)
    setRefused(undefined)
    for (const file of files) {
      const answer = await upload(`/api/link/${encodeURIComponent(token)}/file`, [file])
      if ('value' in answer) announce(`« ${file.name} » est arrivé. Merci.`)
      else setRefused(problem(answer))
    }
    await reload()
    setPending(false)
  }
  return (
    <>
      <p>
        La mairie {ofTown(page.town.name)} rassemble ses données pour les ouvrir à tous.{' '}
        {page.sheet
          ? 'Remplissez la feuille, puis déposez-la ici : les deux lignes d’aide ne vous gêneront pas.'
          : 'Si vous tenez cette liste, donnez-la telle qu’elle est : la mairie la mettra en ordre.'}
      </p>
      {page.sheet && (
        <p>
          <a className="c-button c-button-quiet" href={`/api/link/${encodeURIComponent(token)}/sheet`} download>
            <Icon name="download" size={18} /> Télécharger la feuille à remplir
          </a>
        </p>
      )}
      <FileDrop
        title={page.sheet ? 'Déposez la feuille remplie' : 'Déposez votre fichier'}
        description="Excel, LibreOffice, CSV, Word ou PDF, jusqu’à 25 Mo"
        multiple={!page.sheet}
        onFiles={files => void send(files)}
        isPending={pending}
      />
      {refused && (
        <Notice kind="error" live>
          {refused}
        </Notice>
      )}
      <Sent sent={page.sent ?? []} />
    </>
  )
}

function Sent({ sent }: { readonly sent: NonNullable<LinkPage['sent']> }) {
  if (sent.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="envoyes">
      <h2 id="envoyes">Arrivé à la mairie, merci</h2>
      <ul className="link-sent">
        {sent.map(({ at, name }) => (
          <li key={`${at} ${name}`}>
            <Icon name="check" size={18} /> <span>{name}</span>{' '}
            <span className="small soft">le {momentInWords(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
