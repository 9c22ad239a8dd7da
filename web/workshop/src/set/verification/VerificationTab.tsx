import { Button } from '../../design/index.ts'
import { TabFrame } from '../shared/TabFrame.tsx'
import { Downloads } from './Downloads.tsx'
import { Groups } from './Groups.tsx'
import { Verdict } from './Verdict.tsx'
import { WhatWasChecked } from './WhatWasChecked.tsx'
import './verification.css'

/** The report: valid or not in one sentence, what blocks first, then what is to look at, then advice. */
export default function VerificationTab() {
  return (
    <TabFrame
      title="Vérification"
      intro={
        <p>
          Carnet relit chaque case et dit ce qui empêche de publier, ce qui mérite un coup d’œil, et ce qui serait
          mieux.
        </p>
      }
      acts={
        <Button icon="print" onPress={() => window.print()}>
          Imprimer
        </Button>
      }
    >
      {view => (
        <>
          <Verdict report={view.report} holes={view.mandatory} />
          <Groups report={view.report} />
          <WhatWasChecked view={view} />
          <Downloads placed={view.placed} />
        </>
      )}
    </TabFrame>
  )
}
