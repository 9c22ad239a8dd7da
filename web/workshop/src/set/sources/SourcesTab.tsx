import { useEffect, useRef } from 'react'
import { FileDrop, LinkButton } from '../../design/index.ts'
import { useSet } from '../set-context.ts'
import { useTabHeading } from '../shared/use-tab-heading.ts'
import { ArrivalList } from './ArrivalList.tsx'
import { asking } from './arrivals.ts'
import { NewFileDialog } from './NewFileDialog.tsx'
import { SourceList } from './SourceList.tsx'
import { useArrivals } from './use-arrivals.ts'
import '../shared/set-tabs.css'
import './sources.css'

/** Where the data comes from: files dropped, chosen or pasted, what was found in each, and what is done of it. */
export default function SourcesTab() {
  const { state } = useSet()
  const { arrivals, takeFiles, takePaste, addBeside, replace, forget } = useArrivals()
  const sources = state.sourceCards.filter(({ replacedBy }) => replacedBy === undefined)
  const asked = asking(arrivals)
  const heading = useTabHeading()
  useFocusWhenLess(sources.length)
  return (
    <section className="stack tab-body" aria-labelledby="tab-title">
      <div className="stack stack-tight">
        <h2 id="tab-title" ref={heading} tabIndex={-1}>
          Sources
        </h2>
        <p className="soft prose">
          Donnez vos fichiers comme ils sont : titres, totaux, plusieurs feuilles, Carnet trouve le tableau. Ils sont
          gardés tels quels et ne sont jamais modifiés.
        </p>
      </div>
      {sources.length > 0 && <SourceList sources={sources} />}
      <ArrivalList arrivals={arrivals} onForget={forget} />
      <FileDrop
        title={sources.length === 0 ? 'Déposez vos fichiers ici' : 'Un autre fichier ? Déposez-le ici'}
        description="Excel, LibreOffice, CSV, PDF, Word, page internet…"
        onFiles={takeFiles}
        onPaste={takePaste}
      />
      {sources.length === 0 && <WithoutFile slug={state.slug} />}
      {asked.length > 0 && (
        <NewFileDialog
          arrivals={asked}
          sources={sources}
          onBeside={() => void addBeside(asked)}
          onReplace={replace}
          onCancel={() => {
            for (const arrival of asked) forget(arrival)
          }}
        />
      )}
    </section>
  )
}

/** A file taken out takes its buttons with it: the keyboard goes back to the top of the tab. */
function useFocusWhenLess(count: number) {
  const before = useRef(count)
  useEffect(() => {
    if (count < before.current) document.getElementById('tab-title')?.focus()
    before.current = count
  }, [count])
}

/** Sets that exist nowhere yet are typed, or placed on a map. */
function WithoutFile({ slug }: { readonly slug: string }) {
  return (
    <section className="stack" aria-labelledby="without-file">
      <h3 id="without-file">Pas de fichier ?</h3>
      <ul className="without-file">
        <li className="card stack stack-tight">
          <h4>Tapez les lignes</h4>
          <p className="soft">Un formulaire avec chaque colonne expliquée, utilisable sur un téléphone.</p>
          <LinkButton to={`/jeux/${slug}/saisie`} icon="edit">
            Ouvrir le formulaire
          </LinkButton>
        </li>
        <li className="card stack stack-tight">
          <h4>Placez-les sur une carte</h4>
          <p className="soft">Une épingle pour chaque lieu, puis ce que vous en savez.</p>
          <LinkButton to={`/jeux/${slug}/carte`} icon="pin">
            Ouvrir la carte
          </LinkButton>
        </li>
        <li className="card stack stack-tight">
          <h4>Quelqu’un d’autre l’a</h4>
          <p className="soft">Envoyez un lien à la personne qui sait : elle remplit sans créer de compte.</p>
          <LinkButton to="/equipe" icon="mail">
            Préparer un lien
          </LinkButton>
        </li>
      </ul>
    </section>
  )
}
