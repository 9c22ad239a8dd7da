import { Button, PageHeader } from '../design/index.ts'
import { History } from './History.tsx'

/** Every act, one by one: the logbook (../logbook) tells the same in sentences. */
export default function JournalPage() {
  return (
    <div className="page">
      <PageHeader
        title="Liste exacte"
        intro="Tout ce qui a été fait, par qui et quand. Rien ne s’efface : on ajoute, on annule, on retrouve."
        acts={
          <Button icon="print" onPress={() => print()}>
            Imprimer
          </Button>
        }
      />
      <div className="card">
        <h2 className="sr-only">Jour par jour, le plus récent d’abord</h2>
        <History path="/journal" withSet />
      </div>
    </div>
  )
}
