import type { SetState } from '../../../../src/contract/sets.ts'
import { counted, percent } from './shared/words.ts'

interface TabWords {
  readonly id: string
  readonly title: string
  /** What remains to be done there. */
  readonly remark: string
}

/** The five tabs, in the order of the work, each with what remains in it. */
export function tabsOf(state: SetState): readonly TabWords[] {
  const { sources, steps, errors, questions, conformity } = state
  const off = steps.filter(step => step.off).length
  return [
    { id: 'sources', title: '1. Sources', remark: counted(sources, 'fichier', 'fichiers', 'aucun fichier') },
    { id: 'colonnes', title: '2. Colonnes', remark: sources === 0 ? 'après les sources' : columnsMapped(state) },
    {
      id: 'nettoyage',
      title: '3. Nettoyage',
      remark:
        errors !== undefined && errors > 0
          ? counted(errors, 'case à corriger', 'cases à corriger')
          : remark(sources, off),
    },
    {
      id: 'a-completer',
      title: '4. À compléter',
      remark: questions === undefined ? '–' : counted(questions, 'question', 'questions', 'rien à demander'),
    },
    {
      id: 'verification',
      title: '5. Vérification',
      remark: conformity === undefined ? '–' : `conforme à ${percent(conformity)}`,
    },
  ]
}

const remark = (sources: number, off: number): string =>
  sources === 0
    ? 'après les colonnes'
    : off > 0
      ? counted(off, 'étape proposée', 'étapes proposées')
      : 'rien à corriger'

function columnsMapped({ steps }: SetState): string {
  const mapped = steps.flatMap(({ step, off }) => (step.type === 'map' && !off ? step.columns : [])).length
  return counted(mapped, 'colonne reconnue', 'colonnes reconnues', 'à relier')
}
