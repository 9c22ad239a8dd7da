import { useEffect, useRef } from 'react'
import type { PublicationState } from '../../../../../../src/contract/publication.ts'
import { useSession } from '../../../api/index.ts'
import { Button, Notice, Progress, toast } from '../../../design/index.ts'
import { counted, numbered } from '../../shared/words.ts'
import { usePublication } from '../publication-context.ts'
import { FindingCard } from './FindingCard.tsx'

/** What the table and its files say of persons: each finding with its sentence, its rows and its answers. Nothing opens before each has one. */
export function GuardPart() {
  const { state } = usePublication()
  const { findings, open } = state.guard
  return (
    <>
      <h3 tabIndex={-1}>Les données personnelles</h3>
      <p className="soft prose">
        Carnet cherche ce qui désignerait une personne : noms, courriels, téléphones, naissances, adresses privées, et
        ce qui se cache dans les fichiers. C’est vous qui décidez, et votre décision est gardée dans l’histoire du jeu.
      </p>
      <Looking guard={state.guard} />
      {findings.length > 0 && (
        <>
          <Progress
            label="Questions qui ont leur réponse"
            value={(findings.length - open) / findings.length}
            words={`${numbered(findings.length - open)} sur ${numbered(findings.length)}`}
          />
          <ul className="stack guard-findings">
            {findings.map(finding => (
              <FindingCard key={finding.key} finding={finding} />
            ))}
          </ul>
          <p className="sr-only" role="status">
            {counted(open, 'question', 'questions', 'aucune question')} sans réponse
          </p>
        </>
      )}
    </>
  )
}

/** Where the search stands, and its button. */
function Looking({ guard }: { readonly guard: PublicationState['guard'] }) {
  const { ask, busy } = usePublication()
  const { may } = useSession()
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(guard.state)
  useEffect(() => {
    // What was found takes the place of the button that was pressed.
    if (before.current !== guard.state && guard.state === 'fresh' && document.activeElement === document.body)
      place.current?.focus()
    before.current = guard.state
  }, [guard.state])
  const look = async () => {
    const refused = await ask('guard', {}, 'La recherche est finie.')
    if (refused !== undefined) toast({ kind: 'error', text: refused })
  }
  const button = (words: string) =>
    may('prepare') && (
      <Button kind="primary" icon="search" isPending={busy} onPress={() => void look()}>
        {words}
      </Button>
    )
  return (
    <div ref={place} tabIndex={-1}>
      {guard.state === 'none' && (
        <Notice title="Pas encore cherché" acts={button('Chercher les données personnelles')}>
          <p>La recherche prend quelques secondes. Rien n’est envoyé ailleurs : elle se fait ici.</p>
        </Notice>
      )}
      {guard.state === 'looking' && (
        <Notice title="Carnet cherche…" live>
          <p>Vous pouvez continuer ailleurs : le résultat s’affichera ici.</p>
        </Notice>
      )}
      {guard.state === 'old' && (
        <Notice
          kind="attention"
          title="Le tableau a changé depuis la dernière recherche"
          acts={button('Chercher de nouveau')}
        >
          <p>Vos réponses restent : seules les nouvelles questions vous seront posées.</p>
        </Notice>
      )}
      {guard.state === 'fresh' && guard.open === 0 && (
        <Notice kind="ok" title={guard.findings.length === 0 ? 'Rien ne désigne une personne' : 'Tout a sa réponse'}>
          <p>
            {guard.findings.length === 0
              ? 'Carnet n’a rien trouvé dans le tableau ni dans ses fichiers. Un coup d’œil de votre part reste utile.'
              : 'Chaque point trouvé a été décidé. Vous pouvez encore changer d’avis ci-dessous.'}
          </p>
        </Notice>
      )}
      {guard.state === 'fresh' && guard.open > 0 && (
        <Notice
          kind="attention"
          title={`${counted(guard.open, 'question attend', 'questions attendent')} votre réponse`}
        >
          <p>Rien ne s’ouvre avant. En cas de doute, ne l’ouvrez pas : vous pourrez toujours le faire plus tard.</p>
        </Notice>
      )}
    </div>
  )
}
