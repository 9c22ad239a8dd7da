import type { Blocker } from '../../../../../../src/contract/publication.ts'
import { french, Icon, LinkButton, Notice } from '../../../design/index.ts'
import { usePublication } from '../publication-context.ts'
import { PLACE_OF } from '../steps.ts'

const GO: Readonly<Record<Blocker['kind'], string>> = {
  fiche: 'Remplir la fiche',
  guard: 'Voir cette étape',
  approval: 'Voir les réponses',
  formulas: '',
  errors: 'Voir la vérification',
  'no-table': 'Ajouter un fichier',
  unchecked: '',
}

/** What blocks, and where it is settled. */
export function BlockerList() {
  const { state } = usePublication()
  const { blockers } = state
  if (blockers.length === 0)
    return (
      <Notice kind="ok" title="Tout est prêt" live>
        <p>Rien ne s’oppose à l’ouverture.</p>
      </Notice>
    )
  return (
    <section className="stack stack-tight" aria-labelledby="blockers">
      <h4 id="blockers">
        {blockers.some(({ level }) => level === 'must') ? 'À régler avant d’ouvrir' : 'À confirmer'}
      </h4>
      <ul className="stack stack-tight blockers">
        {blockers.map(({ kind, sentence, level }) => {
          const place = PLACE_OF[kind]
          return (
            <li key={kind} className={`blocker blocker-${level}`}>
              <Icon name={level === 'must' ? 'lock' : 'attention'} size={20} />
              <span className="blocker-words">{french(sentence)}</span>
              {place !== undefined && (
                <LinkButton to={place} size="small" after="arrow-right">
                  {GO[kind]}
                </LinkButton>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
