import { Button, Icon, Switch } from '../../design/index.ts'
import { isWhole, type View, WHOLE } from '../../sheet/view.ts'
import type { SavingState } from '../../sync/edit-queue.ts'
import type { CheckedTable } from '../../worker/protocol.ts'
import { numbered, percent, rowsCounted } from '../shared/words.ts'

interface ToolbarProps {
  readonly saving: SavingState
  readonly view: View
  readonly onView: (view: View) => void
  readonly shown: number
  readonly all: number
  readonly canWrite: boolean
  readonly checked: CheckedTable | undefined
  readonly onFind: () => void
  readonly onAdd: () => void
  readonly narrow: boolean
  readonly asTable: boolean
  readonly onAsTable: (asTable: boolean) => void
}

/** Above the sheet: what can be done on the whole of it, how much is shown, and whether it is saved. */
export function Toolbar(props: ToolbarProps) {
  const { view, onView, shown, all, checked, canWrite, narrow, asTable } = props
  return (
    <div className="clean-bar">
      <div className="row">
        {(!narrow || asTable) && (
          <Button size="small" icon="search" onPress={props.onFind}>
            Chercher et remplacer
          </Button>
        )}
        {canWrite && (
          <Button size="small" icon="plus" onPress={props.onAdd}>
            Ajouter une ligne
          </Button>
        )}
        <Switch isSelected={view.problemsOnly} onChange={problemsOnly => onView({ ...view, problemsOnly })}>
          Seulement les lignes à vérifier
        </Switch>
        {narrow && (
          <Button
            size="small"
            kind="quiet"
            icon={asTable ? 'menu' : 'columns'}
            onPress={() => props.onAsTable(!asTable)}
          >
            {asTable ? 'Une fiche par ligne' : 'Voir en tableau'}
          </Button>
        )}
      </div>
      <div className="row">
        <span className="small soft" role="status">
          {isWhole(view) ? rowsCounted(all) : `${numbered(shown)} sur ${rowsCounted(all)}`}
          {checked ? `, conforme à ${percent(checked.conformity)}` : ', vérification en cours…'}
        </span>
        {!isWhole(view) && (
          <Button size="small" kind="quiet" icon="close" onPress={() => onView(WHOLE)}>
            Tout montrer, dans l’ordre du fichier
          </Button>
        )}
        <Saving saving={props.saving} />
      </div>
    </div>
  )
}

/** « Enregistré » is said when the server has written it down, never before. */
function Saving({ saving }: { readonly saving: SavingState }) {
  return (
    <span className={`clean-saving is-${saving.type}`} role="status">
      <Icon name={saving.type === 'waiting' ? 'offline' : saving.type === 'saved' ? 'saved' : 'clock'} size={18} />
      {savingWords(saving)}
    </span>
  )
}

export function savingWords(saving: SavingState): string {
  if (saving.type === 'saved') return 'Enregistré'
  if (saving.type === 'saving') return 'Enregistrement…'
  const many = saving.count > 1
  const kept = `${numbered(saving.count)} ${many ? 'modifications gardées' : 'modification gardée'} ici`
  const later = many ? 'elles partiront' : 'elle partira'
  switch (saving.why) {
    case 'offline':
      return `Hors ligne : ${kept}, ${later} dès que possible`
    case 'signed-out':
      return `Entrez de nouveau : ${kept}, ${later} ensuite`
    case 'busy':
      return `Carnet est occupé : ${kept}, ${later} dans un instant`
  }
}
