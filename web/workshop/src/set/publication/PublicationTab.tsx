import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { Button, LinkButton, Notice, Skeleton } from '../../design/index.ts'
import { useTabHeading } from '../shared/use-tab-heading.ts'
import '../shared/set-tabs.css'
import { ApprovalPart } from './approval/ApprovalPart.tsx'
import { FichePart } from './fiche/FichePart.tsx'
import { GuardPart } from './guard/GuardPart.tsx'
import { OpenPart } from './open/OpenPart.tsx'
import { PublicationContext, usePublication } from './publication-context.ts'
import './publication.css'
import { StepNav } from './StepNav.tsx'
import { firstStep, STEP_IDS, type StepId, stepsOf } from './steps.ts'
import { usePublicationState } from './use-publication-state.ts'
import { VersionsPart } from './versions/VersionsPart.tsx'

/** From a set that is ready to a set that everybody reads: the fiche, persons protected, the accord, the opening, the versions. */
export default function PublicationTab() {
  const heading = useTabHeading()
  const { loaded, context } = usePublicationState()
  return (
    <section className="stack tab-body" aria-labelledby="tab-title">
      <div className="stack stack-tight">
        <h2 id="tab-title" ref={heading} tabIndex={-1}>
          Publication
        </h2>
        <p className="soft prose">
          De la fiche à l’ouverture : rien n’est visible du public avant que vous n’appuyiez sur « Ouvrir à tous ».
        </p>
      </div>
      {context ? (
        <PublicationContext value={context}>
          <Opening />
        </PublicationContext>
      ) : loaded.loading ? (
        <Skeleton lines={8} />
      ) : (
        <Notice kind="attention" live acts={<Button onPress={() => void loaded.reload()}>Réessayer</Button>}>
          <p>{loaded.refused ?? 'Carnet ne répond pas. Rien n’est perdu ; réessayez dans un instant.'}</p>
        </Notice>
      )}
    </section>
  )
}

function Opening() {
  const { state } = usePublication()
  const [query] = useSearchParams()
  // The step where the work is, when the tab opens: an answer given later does not turn the page under one's hands.
  const first = useRef(firstStep(state))
  const asked = query.get('etape')
  const current = STEP_IDS.find(id => id === asked) ?? first.current
  if (state.blockers.some(({ kind }) => kind === 'no-table')) return <NoTable />
  return (
    <div className="opening">
      <StepNav steps={stepsOf(state)} current={current} />
      <Panel key={current} id={current} />
    </div>
  )
}

const PARTS: Readonly<Record<StepId, () => React.ReactNode>> = {
  fiche: FichePart,
  personnes: GuardPart,
  accord: ApprovalPart,
  ouvrir: OpenPart,
  versions: VersionsPart,
}

/** When the link that led here has gone with its panel, the keyboard starts from the title. */
function Panel({ id }: { readonly id: StepId }) {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.querySelector<HTMLElement>('h3')?.focus()
  }, [])
  const Part = PARTS[id]
  return (
    <div className="opening-panel stack" ref={panel}>
      <Part />
    </div>
  )
}

const NoTable = () => (
  <Notice
    title="Il n’y a pas encore de tableau à ouvrir"
    acts={
      <LinkButton to="../sources" kind="primary" after="arrow-right">
        Ajouter un fichier
      </LinkButton>
    }
  >
    <p>Déposez d’abord un fichier, ou tapez vos lignes : la fiche se remplira d’elle-même autant que possible.</p>
  </Notice>
)
