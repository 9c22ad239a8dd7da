import { Button, EmptyState, Notice, Skeleton } from '../design/index.ts'
import { Entries } from './Entries.tsx'
import { useHistory } from './use-history.ts'

/** The history of the town or of one set, by day, read on by a button. */
export function History({ path, withSet = false }: { readonly path: string; readonly withSet?: boolean }) {
  const { entries, refused, again, more } = useHistory(path)
  return (
    <div className="stack">
      {refused && (
        <Notice kind="attention" live acts={<Button onPress={again}>Réessayer</Button>}>
          <p>{refused}</p>
        </Notice>
      )}
      {entries?.length === 0 && (
        <EmptyState icon="journal" title="Rien encore">
          Chaque geste s’écrit ici : qui, quand, quoi. On peut tout relire, et presque tout annuler.
        </EmptyState>
      )}
      {entries ? <Entries entries={entries} withSet={withSet} /> : !refused && <Skeleton />}
      {more && (
        <div>
          <Button onPress={more}>Lire la suite</Button>
        </div>
      )}
    </div>
  )
}
