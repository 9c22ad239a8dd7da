import { useMemo, useRef, useState } from 'react'
import { Dialog, Heading, Popover } from 'react-aria-components'
import { Button } from '../design/index.ts'
import { isRequired, titleOf } from './choices.ts'
import type { SheetData } from './sheet-data.ts'
import { ValueFilter } from './ValueFilter.tsx'
import type { View } from './view.ts'

interface ColumnMenuProps {
  readonly data: SheetData
  readonly column: number
  readonly view: View
  readonly onView: (view: View) => void
  readonly width: number
  readonly onResize: (width: number) => void
  readonly onFit: () => void
  readonly anchor: () => Element | null
  readonly onClose: () => void
}

/** A column's own menu: what to write there, and how to look at it. Sorting and filtering never touch the data, and it is said. */
export function ColumnMenu({ data, column, view, onView, width, onResize, onFit, anchor, onClose }: ColumnMenuProps) {
  const trigger = useRef(anchor())
  const field = data.fields[column]
  const title = titleOf(field, data.names[column]!)
  const sort = (direction: 'up' | 'down') => {
    onView({ ...view, sort: { column, direction } })
    onClose()
  }
  return (
    <Popover
      className="c-popover sheet-column-menu"
      triggerRef={trigger}
      isOpen
      onOpenChange={is => !is && onClose()}
      placement="bottom start"
    >
      <Dialog className="c-popover-inside">
        <Heading slot="title" className="c-help-title">
          {title}
        </Heading>
        <Meaning data={data} column={column} />
        <p className="soft small">
          {isRequired(field) ? 'Obligatoire. ' : ''}Le tri et le filtre ne changent que l’affichage : le fichier garde
          son ordre et toutes ses lignes.
        </p>
        <div className="row">
          <Button size="small" icon="arrow-up" onPress={() => sort('up')}>
            Trier de A à Z
          </Button>
          <Button size="small" icon="arrow-down" onPress={() => sort('down')}>
            De Z à A
          </Button>
          {view.sort && (
            <Button size="small" kind="quiet" onPress={() => onView(unsorted(view))}>
              Ordre du fichier
            </Button>
          )}
        </div>
        <ValueFilter data={data} column={column} view={view} onView={onView} />
        <div className="row">
          <span className="small soft">Largeur</span>
          <Button size="small" icon="minus" aria-label="Moins large" onPress={() => onResize(width - 40)} />
          <Button size="small" icon="plus" aria-label="Plus large" onPress={() => onResize(width + 40)} />
          <Button size="small" kind="quiet" onPress={onFit}>
            Au contenu
          </Button>
        </div>
      </Dialog>
    </Popover>
  )
}

const unsorted = ({ sort: _, ...view }: View): View => view

function Meaning({ data, column }: { readonly data: SheetData; readonly column: number }) {
  const field = data.fields[column]
  const example = useMemo(() => field?.examples.find(text => text !== ''), [field])
  const [open, setOpen] = useState(false)
  if (!field) return <p>Cette colonne n’est pas dans le modèle : elle vient de votre fichier.</p>
  const meaning = field.meaning ?? field.description
  const long = (meaning?.length ?? 0) > 220
  return (
    <>
      {meaning && (
        <p>
          {long && !open ? `${meaning.slice(0, 200)}… ` : meaning}
          {long && !open && (
            <Button kind="quiet" size="small" onPress={() => setOpen(true)}>
              Lire la suite
            </Button>
          )}
        </p>
      )}
      {example && (
        <p className="c-help-example">
          Exemple : <strong>{example}</strong>
        </p>
      )}
    </>
  )
}
