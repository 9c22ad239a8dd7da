import type { Blocker, PublicationState } from '../../../../../src/contract/publication.ts'
import { counted } from '../shared/words.ts'

export const STEP_IDS = ['fiche', 'personnes', 'accord', 'ouvrir', 'versions'] as const
export type StepId = (typeof STEP_IDS)[number]

export interface StepWords {
  readonly id: StepId
  readonly title: string
  /** What remains, in a few words. */
  readonly remark: string
  readonly state: 'done' | 'todo' | 'waiting'
}

/** Where each kind of blocker is settled. `errors` and `no-table` are the work of other tabs. */
export const PLACE_OF: Readonly<Record<Blocker['kind'], string | undefined>> = {
  fiche: '?etape=fiche',
  guard: '?etape=personnes',
  approval: '?etape=accord',
  formulas: undefined,
  errors: '../verification',
  'no-table': '../sources',
  unchecked: undefined,
}

/** The five steps of the opening, in order, each with what remains in it. */
export function stepsOf(state: PublicationState): readonly StepWords[] {
  return [
    { id: 'fiche', title: 'La fiche', ...ofFiche(state) },
    { id: 'personnes', title: 'Les données personnelles', ...ofGuard(state) },
    { id: 'accord', title: 'L’accord', ...ofApproval(state) },
    { id: 'ouvrir', title: 'Ouvrir', ...ofOpening(state) },
    {
      id: 'versions',
      title: 'Les versions',
      remark: counted(state.versions.length, 'version', 'versions', 'après l’ouverture'),
      state: state.versions.length > 0 ? 'done' : 'waiting',
    },
  ]
}

type Rest = Pick<StepWords, 'remark' | 'state'>

function ofFiche({ fiche }: PublicationState): Rest {
  const missing = fiche.filter(({ required, value }) => required && value === null).length
  return missing === 0
    ? { remark: 'remplie', state: 'done' }
    : { remark: counted(missing, 'réponse attendue', 'réponses attendues'), state: 'todo' }
}

function ofGuard({ guard }: PublicationState): Rest {
  if (guard.state === 'looking') return { remark: 'Carnet cherche…', state: 'waiting' }
  if (guard.state === 'none') return { remark: 'à chercher', state: 'todo' }
  if (guard.state === 'old') return { remark: 'à chercher de nouveau', state: 'todo' }
  if (guard.open > 0) return { remark: counted(guard.open, 'question', 'questions'), state: 'todo' }
  return { remark: guard.findings.length === 0 ? 'rien trouvé' : 'tout a sa réponse', state: 'done' }
}

/** The last word of each, remarks apart. */
export function lastWords(verdicts: PublicationState['verdicts']): PublicationState['verdicts'] {
  const seen = new Set<string>()
  return verdicts.filter(({ label, verdict }) => verdict !== 'remark' && !seen.has(label) && seen.add(label))
}

function ofApproval({ verdicts }: PublicationState): Rest {
  const words = lastWords(verdicts)
  if (words.some(({ verdict }) => verdict !== 'yes')) return { remark: 'un non à lire', state: 'todo' }
  if (words.length > 0) return { remark: 'donné', state: 'done' }
  return { remark: verdicts.length > 0 ? 'une remarque à lire' : 'à demander', state: 'waiting' }
}

function ofOpening({ published, blockers, withdrawn }: PublicationState): Rest {
  if (published)
    return published.behind ? { remark: 'à remettre à jour', state: 'todo' } : { remark: 'ouvert', state: 'done' }
  const must = blockers.filter(({ level }) => level === 'must').length
  if (must > 0) return { remark: counted(must, 'point à régler', 'points à régler'), state: 'waiting' }
  return { remark: withdrawn ? 'retiré' : 'prêt', state: 'todo' }
}

/** Where the work is: the first step that asks for something. */
export const firstStep = (state: PublicationState): StepId =>
  stepsOf(state).find(step => step.state === 'todo')?.id ?? 'ouvrir'
