import { useState } from 'react'
import type { RecipeStep } from '../../../../../src/core/recipe/step.ts'
import type { SheetData } from '../../sheet/sheet-data.ts'
import type { SheetSession } from '../../sheet/sheet-session.ts'
import { useSet } from '../set-context.ts'
import { DecideStep } from './DecideStep.tsx'
import { StepItem } from './StepItem.tsx'
import { StepPreviewDialog } from './StepPreviewDialog.tsx'

interface StepsPanelProps {
  readonly session: SheetSession
  readonly data: SheetData
  readonly canWrite: boolean
}

/** What was done to the files, in plain words and in order: first what waits for a decision, then each step that is applied. */
export function StepsPanel({ session, data, canWrite }: StepsPanelProps) {
  const { state } = useSet()
  const [previewed, setPreviewed] = useState<RecipeStep>()
  const open = state.steps.filter(step => step.off)
  const done = state.steps.filter(step => !step.off)
  const counts = new Map(data.opened.steps.map(one => [one.id, one]))
  const shared = { session, data, canWrite, onPreview: setPreviewed }
  return (
    <div className="stack">
      {open.length > 0 && (
        <>
          <h3 className="clean-subtitle">À décider</h3>
          <ul className="clean-list">
            {open.map(step => (
              <DecideStep key={step.id} step={step} {...shared} />
            ))}
          </ul>
        </>
      )}
      <h3 className="clean-subtitle">Ce qui est fait, dans l’ordre</h3>
      {done.length === 0 && <p className="soft">Rien pour l’instant : le tableau est celui de votre fichier.</p>}
      <ol className="clean-list clean-steps">
        {done.map(step => (
          <StepItem key={step.id} step={step} counts={counts.get(step.id)} {...shared} />
        ))}
      </ol>
      {data.opened.remarks.length > 0 && (
        <>
          <h3 className="clean-subtitle">Ce qui ne s’est pas passé comme prévu</h3>
          <ul className="clean-list">
            {[...new Set(data.opened.remarks)].map(remark => (
              <li key={remark} className="clean-item">
                {remark}
              </li>
            ))}
          </ul>
        </>
      )}
      {data.opened.lost.length > 0 && (
        <>
          <h3 className="clean-subtitle">Corrections qui ne trouvent plus leur ligne</h3>
          <ul className="clean-list">
            {data.opened.lost.map(({ step, row, column, to, reason }) => (
              <li key={`${step} ${JSON.stringify(row)} ${column}`} className="clean-item">
                <p>{reason}</p>
                {to !== undefined && (
                  <p className="small soft">
                    « {to} » pour « {column} »
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {previewed && (
        <StepPreviewDialog session={session} data={data} step={previewed} onClose={() => setPreviewed(undefined)} />
      )}
    </div>
  )
}
