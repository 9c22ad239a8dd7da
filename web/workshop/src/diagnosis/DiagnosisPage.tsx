import { useEffect } from 'react'
import type { DiagnosisPage as Page } from '../../../../src/contract/diagnosis.ts'
import { type Loaded, useApi } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Button, PageHeader } from '../design/index.ts'
import { Benchmark } from './Benchmark.tsx'
import './diagnosis.css'
import { DutyCard } from './DutyCard.tsx'
import { Pains } from './Pains.tsx'
import { Result } from './Result.tsx'
import { Start } from './Start.tsx'
import { ANSWERED } from './use-answers.ts'

/** Where the town stands with its data: started, resumed, read, compared, printed. */
export default function DiagnosisPage() {
  const page = useApi<Page>('/diagnosis')
  const { reload } = page
  useEffect(() => {
    const again = () => void reload()
    addEventListener(ANSWERED, again)
    return () => removeEventListener(ANSWERED, again)
  }, [reload])
  const begun = page.value?.diagnoses.some(({ voices }) => voices.length > 0)
  return (
    <div className="page stack stack-loose">
      <PageHeader
        title="Diagnostic"
        intro="Où en est votre commune avec ses données ? Vingt-cinq questions simples, et ce que l’on peut faire ensuite."
        acts={
          begun && (
            <Button icon="print" onPress={() => print()}>
              Imprimer
            </Button>
          )
        }
      />
      <Load from={page} lines={10}>
        {value => <Whole page={page} value={value} />}
      </Load>
    </div>
  )
}

function Whole({ page, value }: { readonly page: Loaded<Page>; readonly value: Page }) {
  const { reload } = page
  // A new one has no answer yet: the one before stays in sight.
  const shown = value.diagnoses.find(({ voices }) => voices.length > 0)
  return (
    <>
      {shown !== value.diagnoses[0] || shown === undefined ? <Start value={value} /> : null}
      {shown && <Result key={shown.id} value={value} latest={shown} onChanged={reload} />}
      <DutyCard value={value} onSaid={page.put} />
      <Benchmark value={value} onShared={page.put} />
      <Pains />
    </>
  )
}
