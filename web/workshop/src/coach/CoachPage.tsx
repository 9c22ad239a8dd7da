import { useState } from 'react'
import type { CoachBoard } from '../../../../src/contract/coach.ts'
import { useApi } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Button, PageHeader } from '../design/index.ts'
import { AddTownDialog } from './AddTownDialog.tsx'
import { Campaigns } from './Campaigns.tsx'
import './coach.css'
import { Proposed } from './Proposed.tsx'
import { Towns } from './Towns.tsx'

/** Many towns at a glance: where each stands, what keeps it there, and the days that they share. */
export default function CoachPage() {
  const board = useApi<CoachBoard>('/coach')
  const [adding, setAdding] = useState(false)
  const { value } = board
  return (
    <div className="page stack stack-loose">
      <PageHeader
        title="Accompagnement"
        intro="Où en est chaque commune, ce qui la retient, et qui appeler. On regarde ; on n’agit que là où la commune l’a demandé."
        acts={
          value?.mayAdd && (
            <Button kind="primary" icon="plus" onPress={() => setAdding(true)}>
              Ajouter une commune
            </Button>
          )
        }
      />
      <Load from={board} lines={8}>
        {known => (
          <>
            <Proposed proposed={known.proposed} onDone={board.put} />
            <Towns towns={known.towns} />
            {known.mayCampaign && <Campaigns board={known} onDone={board.put} />}
          </>
        )}
      </Load>
      {adding && <AddTownDialog onClose={() => setAdding(false)} onDone={board.put} />}
    </div>
  )
}

export type OnBoard = (board: CoachBoard) => void
