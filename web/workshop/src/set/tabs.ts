import type { SetState } from '../../../../src/contract/sets.ts'
import { counted, percent } from './shared/words.ts'

interface TabWords {
  readonly id: string
  readonly title: string
  /** What remains to be done there. */
  readonly remark: string
}

/** The six tabs, in the order of the work, each with what remains in it. */
export function tabsOf(state: SetState): readonly TabWords[] {
  const { sources, steps, rows = 0, errors, questions, conformity } = state
  const empty = sources === 0 && rows === 0
  const off = steps.filter(step => step.off).length
  return [
    { id: 'sources', title: '1. Sources', remark: counted(sources, 'fichier', 'fichiers', 'aucun fichier') },
    { id: 'colonnes', title: '2. Colonnes', remark: empty ? 'après les sources' : columnsMapped(state) },
    { id: 'nettoyage', title: '3. Nettoyage', remark: empty ? 'après les colonnes' : toClean(errors ?? 0, off) },
    {
      id: 'a-completer',
      title: '4. À compléter',
      remark: empty ? 'après le nettoyage' : counted(questions ?? 0, 'question', 'questions', 'rien à demander'),
    },
    {
      id: 'verification',
      title: '5. Vérification',
      remark: empty || conformity === undefined ? 'à la fin' : `conforme à ${percent(conformity)}`,
    },
    { id: 'publication', title: '6. Publication', remark: toPublish(state, empty) },
  ]
}

function toPublish({ stage }: SetState, empty: boolean): string {
  if (stage === 'published') return 'ouvert à tous'
  return empty ? 'quand tout est prêt' : stage === 'ready' ? 'prêt à ouvrir' : 'la fiche peut commencer'
}

function toClean(errors: number, off: number): string {
  if (errors > 0) return counted(errors, 'case à corriger', 'cases à corriger')
  return counted(off, 'étape proposée', 'étapes proposées', 'rien à corriger')
}

function columnsMapped({ steps }: SetState): string {
  const mapped = steps.flatMap(({ step, off }) => (step.type === 'map' && !off ? step.columns : [])).length
  return counted(mapped, 'colonne reconnue', 'colonnes reconnues', 'à relier')
}
