import { useLocation } from 'react-router'
import { Icon, PageHeader, Progress, TabNav } from '../design/index.ts'
import { HistoryButton } from './HistoryPanel.tsx'
import { Others } from './Others.tsx'
import { Rename } from './Rename.tsx'
import { SetMenu } from './SetMenu.tsx'
import { useSet } from './set-context.ts'
import { percent } from './shared/words.ts'
import { StageBadge } from './stage.tsx'
import { tabsOf } from './tabs.ts'
import { UndoRedo } from './UndoRedo.tsx'

interface SetHeadProps {
  /** Changes that are still on this computer only. */
  readonly waiting: number
  readonly cut: boolean
}

/** Head of a set: what it is, how far it is, who else is here, what can be taken back, and the six tabs. */
export function SetHead({ waiting, cut }: SetHeadProps) {
  const { state } = useSet()
  const base = `/jeux/${state.slug}`
  const tab = useLocation().pathname.split('/')[3] ?? ''
  const tabs = tabsOf(state)
  const isTab = tabs.some(one => one.id === tab)
  return (
    <div className="set-head no-print-tabs">
      <PageHeader
        title={state.title}
        shownTitle={<Rename />}
        up={isTab ? { to: '/jeux', title: 'Jeux de données' } : { to: base, title: state.title }}
        acts={
          <>
            <Others />
            {/* The sheet says it beside its own buttons. */}
            {tab !== 'nettoyage' && <Saved waiting={waiting} cut={cut} />}
            <UndoRedo />
            <HistoryButton />
            <SetMenu />
          </>
        }
      />
      <div className="row set-facts">
        <StageBadge stage={state.stage} />
        <span className="soft">Modèle : {state.model.title}</span>
        {state.conformity !== undefined && (state.rows ?? 0) > 0 && (
          <div className="set-conformity">
            <Progress label="Conformité au modèle" value={state.conformity / 100} words={percent(state.conformity)} />
          </div>
        )}
      </div>
      <div className="no-print">
        <TabNav
          label="Étapes du travail sur ce jeu"
          tabs={tabs.map(({ id, title, remark }) => ({ to: `${base}/${id}`, title, remark }))}
        />
      </div>
    </div>
  )
}

/** Said only when it is true: « Enregistré » is what the server has written down. */
function Saved({ waiting, cut }: SetHeadProps) {
  const words = waiting === 0 ? 'Enregistré' : `${waiting} ${waiting > 1 ? 'changements' : 'changement'} à envoyer`
  return (
    <span className={waiting > 0 || cut ? 'set-saved set-saved-waiting' : 'set-saved'}>
      <Icon name={waiting > 0 || cut ? 'offline' : 'saved'} size={18} /> {words}
    </span>
  )
}
