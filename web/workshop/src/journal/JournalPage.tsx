import { Button, PageHeader } from '../design/index.ts'
import { History } from './History.tsx'

/** The town's logbook, by day. */
export default function JournalPage() {
  return (
    <div className="page">
      <PageHeader
        title="Carnet de bord"
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
