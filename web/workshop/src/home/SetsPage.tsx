import { useState } from 'react'
import type { Home, SetStage } from '../../../../src/contract/sets.ts'
import { useApi, useSession } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { LinkButton, PageHeader, RadioGroup } from '../design/index.ts'
import { stageWords } from '../set/stage.tsx'
import { SetCards } from './SetCards.tsx'

const STAGES: readonly SetStage[] = ['waiting-for-file', 'to-prepare', 'to-complete', 'ready', 'published']

/** All the sets of the town, or those of one stage. */
export default function SetsPage() {
  const { may } = useSession()
  const home = useApi<Home>('/home')
  const [stage, setStage] = useState('all')
  return (
    <div className="page stack">
      <PageHeader
        title="Jeux de données"
        intro="Chaque jeu est une liste que votre commune tient. Ils sont dans l’ordre de vos souhaits."
        acts={
          may('prepare') && (
            <LinkButton to="/jeux/nouveau" kind="primary" icon="plus">
              Nouveau jeu
            </LinkButton>
          )
        }
      />
      <Load from={home}>
        {({ sets }) => (
          <>
            {sets.length > 0 && (
              <RadioGroup
                label="Montrer"
                look="row"
                value={stage}
                onChange={setStage}
                choices={[
                  { id: 'all', label: `Tous (${sets.length})` },
                  ...STAGES.map(id => ({
                    id,
                    label: `${stageWords(id)} (${sets.filter(set => set.stage === id).length})`,
                  })),
                ]}
              />
            )}
            <SetCards
              sets={stage === 'all' ? sets : sets.filter(set => set.stage === stage)}
              filtered={stage !== 'all'}
              heading="h2"
            />
          </>
        )}
      </Load>
    </div>
  )
}
