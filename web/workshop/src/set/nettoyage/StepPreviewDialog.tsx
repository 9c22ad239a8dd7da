import { useEffect, useState } from 'react'
import type { RecipeStep } from '../../../../../src/core/recipe/step.ts'
import { Dialog, Notice, Skeleton } from '../../design/index.ts'
import { titleOf } from '../../sheet/choices.ts'
import type { SheetData } from '../../sheet/sheet-data.ts'
import type { SheetSession } from '../../sheet/sheet-session.ts'
import type { StepPreview } from '../../worker/protocol.ts'
import { useSet } from '../set-context.ts'
import { cellsCounted, rowsCounted } from '../shared/words.ts'

interface StepPreviewDialogProps {
  readonly session: SheetSession
  readonly data: SheetData
  readonly step: RecipeStep
  readonly onClose: () => void
}

/** What one step changes: the rows that it touches, before and after. */
export function StepPreviewDialog({ session, data, step, onClose }: StepPreviewDialogProps) {
  const { state } = useSet()
  const [preview, setPreview] = useState<StepPreview>()
  const [failed, setFailed] = useState<string>()
  useEffect(() => {
    session.world.worker.call('preview', step, state.steps).then(setPreview, (error: Error) => setFailed(error.message))
  }, [session, step, state.steps])
  return (
    <Dialog
      title={step.off ? 'Ce que cela changerait' : 'Avant et après cette étape'}
      open
      onClose={onClose}
      size="wide"
    >
      {failed !== undefined && <Notice kind="error">{failed}</Notice>}
      {preview ? <Preview preview={preview} data={data} /> : failed === undefined && <Skeleton lines={6} />}
    </Dialog>
  )
}

function Preview({ preview, data }: { readonly preview: StepPreview; readonly data: SheetData }) {
  const title = (column: string): string => titleOf(data.fields[data.names.indexOf(column)], column)
  const { changed, rowsBefore, rowsAfter, rows, setAside, notes } = preview
  return (
    <div className="stack">
      <p>
        {cellsCounted(changed)} {changed > 1 ? 'changées' : 'changée'}.{' '}
        {rowsBefore === rowsAfter
          ? `${rowsCounted(rowsAfter)}, comme avant.`
          : `${rowsCounted(rowsBefore)} avant, ${rowsCounted(rowsAfter)} après.`}
      </p>
      {notes.map(note => (
        <p key={note} className="soft">
          {note}
        </p>
      ))}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached with the keyboard
        <section className="clean-preview" tabIndex={0} aria-label="Avant et après">
          <table>
            <thead>
              <tr>
                <th scope="col">Ligne du fichier</th>
                <th scope="col">Colonne</th>
                <th scope="col">Avant</th>
                <th scope="col">Après</th>
              </tr>
            </thead>
            <tbody>
              {rows.flatMap(({ name, cells }) =>
                cells.slice(0, 12).map(({ column, was, now }) => (
                  <tr key={`${name} ${column}`}>
                    <th scope="row">{name}</th>
                    <td>{title(column)}</td>
                    <td>{was === '' ? <em className="soft">vide</em> : <del>{was}</del>}</td>
                    <td>{now === '' ? <em className="soft">vide</em> : <ins>{now}</ins>}</td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </section>
      )}
      {setAside.length > 0 && (
        <>
          <h3>Lignes mises de côté</h3>
          <ul>
            {setAside.map(({ reason, cells }) => (
              <li key={`${reason} ${JSON.stringify(cells)}`}>
                {Object.values(cells).filter(Boolean).slice(0, 4).join(' · ')} <span className="soft">({reason})</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
