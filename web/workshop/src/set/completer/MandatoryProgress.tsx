import { Icon, LinkButton, Progress } from '../../design/index.ts'
import { counted, numbered } from '../shared/words.ts'

interface MandatoryProgressProps {
  readonly mandatory: { readonly empty: number; readonly cells: number }
  readonly questions: number
  /** Nothing blocks any more. */
  readonly valid: boolean
}

/** « 12 cases obligatoires sur 340 restent vides ». */
export function MandatoryProgress({ mandatory: { empty, cells }, questions, valid }: MandatoryProgressProps) {
  const done = cells - empty
  const sentence =
    empty === 0
      ? 'Toutes les cases obligatoires sont remplies.'
      : `${counted(empty, 'case obligatoire', 'cases obligatoires')} sur ${numbered(cells)} ${empty > 1 ? 'restent vides' : 'reste vide'}.`
  return (
    <div className="card stack stack-tight">
      <p className="mandatory-sentence">
        <Icon name={empty === 0 ? 'ok' : 'edit'} size={24} /> <strong>{sentence}</strong>
      </p>
      <Progress
        label="Cases obligatoires remplies"
        value={cells === 0 ? 0 : done / cells}
        words={`${numbered(done)} sur ${numbered(cells)}`}
      />
      <div className="row row-between">
        <p className="soft">
          {counted(questions, 'question reste', 'questions restent', 'Plus aucune question')}
          {questions > 0 && (valid ? ' ; aucune n’empêche de publier.' : ', que seule une personne peut trancher.')}
        </p>
        {empty === 0 && (
          <LinkButton to="../verification" kind="primary" after="arrow-right">
            Continuer vers Vérification
          </LinkButton>
        )}
      </div>
    </div>
  )
}
