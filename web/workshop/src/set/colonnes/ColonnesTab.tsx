import { useSet } from '../set-context.ts'
import { TabFrame } from '../shared/TabFrame.tsx'
import type { TabView } from '../shared/tab-view.ts'
import { fileNames } from '../sources/tables-of.ts'
import { FieldSide } from './FieldSide.tsx'
import { FileSide } from './FileSide.tsx'
import { MapperSummary } from './MapperSummary.tsx'
import { useMapper } from './use-mapper.ts'
import './colonnes.css'

/** The mapper: the model's columns with their meanings on one side, the file's on the other. */
export default function ColonnesTab() {
  return (
    <TabFrame
      title="Colonnes"
      intro={
        <p>
          Le modèle dit quelles colonnes sont attendues. Carnet a reconnu celles de vos fichiers : vérifiez, et changez
          ce qui n’est pas juste. Vos fichiers ne sont jamais modifiés.
        </p>
      }
    >
      {view => <MapperPage view={view} />}
    </TabFrame>
  )
}

function MapperPage({ view }: { readonly view: TabView }) {
  const { state } = useSet()
  const names = fileNames(state.sourceCards)
  const mapper = useMapper(view.mapper, names)
  return (
    <>
      <MapperSummary mapper={view.mapper} />
      <div className="mapper">
        <FieldSide mapper={mapper} />
        <FileSide mapper={mapper} />
      </div>
    </>
  )
}
