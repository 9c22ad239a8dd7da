import type { ReactNode } from 'react'
import { LinkButton, Notice, Skeleton } from '../../design/index.ts'
import { useSet } from '../set-context.ts'
import type { TabView } from './tab-view.ts'
import { useTabHeading } from './use-tab-heading.ts'
import { useTabView } from './use-tab-view.ts'
import './set-tabs.css'

interface TabFrameProps {
  readonly title: string
  readonly intro: ReactNode
  readonly children: (view: TabView) => ReactNode
  readonly acts?: ReactNode
}

/** What every computed tab does: its title, waiting, what failed, and the view once it is there. */
export function TabFrame({ title, intro, children, acts }: TabFrameProps) {
  const { state } = useSet()
  const { view, computing, failed } = useTabView()
  const heading = useTabHeading()
  const nothing = state.sourceCards.length === 0 && state.steps.length === 0
  return (
    <section className="stack tab-body" aria-labelledby="tab-title" aria-busy={computing}>
      <div className="row row-between tab-head">
        <div className="stack stack-tight">
          <h2 id="tab-title" ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <div className="soft prose">{intro}</div>
        </div>
        {acts && <div className="row no-print">{acts}</div>}
      </div>
      {failed !== undefined && (
        <Notice kind="error" live>
          <p>{failed}</p>
        </Notice>
      )}
      {nothing ? <NoFileYet /> : view ? children(view) : failed === undefined && <Skeleton lines={8} />}
    </section>
  )
}

const NoFileYet = () => (
  <Notice
    title="Il n’y a pas encore de tableau"
    acts={
      <LinkButton to="../sources" kind="primary" after="arrow-right">
        Ajouter un fichier
      </LinkButton>
    }
  >
    <p>Déposez d’abord un fichier, ou tapez vos lignes : cette page se remplira toute seule.</p>
  </Notice>
)
