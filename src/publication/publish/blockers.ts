import type { Blocker, FicheBox, GuardState } from '../../contract/publication.ts'
import { QUESTIONS } from '../../core/fiche/questions.ts'
import type { Inspected } from './inspect.ts'

interface Facts {
  /** Undefined: not looked at yet. */
  readonly table: Inspected | undefined
  readonly fiche: readonly FicheBox[]
  readonly guard: Pick<GuardState, 'state' | 'open'>
  /** Who said no, or that these data are sensitive. */
  readonly refusals: readonly { readonly label: string; readonly verdict: string; readonly remark?: string }[]
}

/** What keeps a set from being opened, in the order in which a person settles it. */
export function blockersOf({ table, fiche, guard, refusals }: Facts): Blocker[] {
  if (!table) return [must('unchecked', 'Carnet vérifie ce jeu : attendez un instant.')]
  const missing = noTable(table)
  if (missing !== undefined) return [must('no-table', missing)]
  return [...ofGuard(guard), ...ofFiche(fiche), ...ofTable(table as Readable), ...ofApproval(refusals)]
}

type Readable = Exclude<Inspected, { unreadable: string }>

const must = (kind: Blocker['kind'], sentence: string): Blocker => ({ kind, sentence, level: 'must' })
const confirm = (kind: Blocker['kind'], sentence: string): Blocker => ({ kind, sentence, level: 'confirm' })

function noTable(table: Inspected): string | undefined {
  if ('unreadable' in table) return table.unreadable
  if (table.card.rows > 0 && table.card.columns.length > 0) return undefined
  return 'Ce jeu n’a pas encore de ligne : donnez-lui un fichier, ou saisissez la première.'
}

function ofGuard({ state, open }: Facts['guard']): Blocker[] {
  if (state === 'none') return [must('guard', 'Les données personnelles n’ont pas encore été cherchées dans ce jeu.')]
  if (state === 'looking') return [must('guard', 'Carnet cherche les données personnelles : attendez un instant.')]
  if (state === 'old')
    return [must('guard', 'Le tableau a changé depuis la recherche des données personnelles : relancez-la.')]
  if (open === 0) return []
  return [
    must(
      'guard',
      open === 1
        ? 'Une question sur les données personnelles attend sa réponse.'
        : `${open} questions sur les données personnelles attendent leur réponse.`,
    ),
  ]
}

function ofFiche(boxes: readonly FicheBox[]): Blocker[] {
  const empty = boxes.filter(({ required, value }) => required && value === null)
  if (empty.length === 0) return []
  const names = empty.map(({ field }) => QUESTIONS[field].label.toLowerCase())
  return [must('fiche', `Il manque à la fiche descriptive : ${names.join(', ')}.`)]
}

function ofTable({ formulas, report }: Readable): Blocker[] {
  const found: Blocker[] = []
  if (formulas.count > 0)
    found.push(
      confirm(
        'formulas',
        formulas.count === 1
          ? 'Une case serait exécutée comme une formule par un tableur : dites qu’elle est bien un texte.'
          : `${formulas.count} cases seraient exécutées comme des formules par un tableur : dites qu’elles sont bien des textes.`,
      ),
    )
  if (report.errors > 0)
    found.push(
      confirm(
        'errors',
        report.errors === 1
          ? 'Une case ne respecte pas le modèle : corrigez-la, ou dites pourquoi vous ouvrez quand même. La fiche le dira.'
          : `${report.errors} cases ne respectent pas le modèle : corrigez-les, ou dites pourquoi vous ouvrez quand même. La fiche le dira.`,
      ),
    )
  return found
}

function ofApproval(refusals: Facts['refusals']): Blocker[] {
  if (refusals.length === 0) return []
  const sensitive = refusals.filter(({ verdict }) => verdict === 'sensitive')
  if (sensitive.length > 0)
    return [must('approval', `A dit « sensible, ne pas ouvrir » : ${named(sensitive)}. Seul son oui ouvre ce jeu.`)]
  return [
    confirm('approval', `A dit non : ${named(refusals)}. Demandez-lui de nouveau, ou dites pourquoi vous ouvrez.`),
  ]
}

const named = (refusals: Facts['refusals']): string =>
  refusals.map(({ label, remark }) => (remark === undefined ? label : `${label} (« ${remark} »)`)).join(', ')
