import { LinkButton, Notice } from '../../design/index.ts'
import { columnsCounted, counted, listed, quoted } from '../shared/words.ts'
import { isOpen, type Mapper } from './mapper.ts'
import { titleOf } from './words.ts'

/** Where the mapping stands, and what is left to decide: one sentence, then the next tab. */
export function MapperSummary({ mapper }: { readonly mapper: Mapper }) {
  const filled = mapper.fields.filter(({ fills }) => fills.length > 0)
  const lacking = mapper.fields.filter(row => row.required && row.fills.length === 0 && row.filled === 0)
  const proposals = new Set(
    mapper.groups.flatMap(({ columns }) => columns.flatMap(one => one.proposals.map(({ step }) => step))),
  )
  const asked = mapper.groups.flatMap(({ columns }) => columns.filter(({ state }) => state.type === 'asked'))
  const left = proposals.size + asked.length
  const settled = left === 0 && !mapper.fields.some(isOpen)
  return (
    <Notice
      kind={settled ? 'ok' : 'info'}
      title={`${columnsCounted(filled.length)} du modèle sur ${mapper.fields.length} sont remplies`}
      acts={
        <LinkButton to="../nettoyage" {...(settled && { kind: 'primary' as const })} after="arrow-right">
          Continuer vers Nettoyage
        </LinkButton>
      }
    >
      {left > 0 && (
        <p>{counted(left, 'colonne de vos fichiers attend', 'colonnes de vos fichiers attendent')} votre décision.</p>
      )}
      {lacking.length > 0 && (
        <p>
          Il manque {listed(lacking.map(({ field }) => quoted(titleOf(field))))}, obligatoire{lacking.length > 1 && 's'}{' '}
          : choisissez une colonne, ou remplissez-{lacking.length > 1 ? 'les' : 'la'} dans{' '}
          <LinkButton kind="quiet" size="small" to="../a-completer">
            À compléter
          </LinkButton>
        </p>
      )}
      {settled && <p>Tout ce que vos fichiers contiennent a trouvé sa place.</p>}
    </Notice>
  )
}
