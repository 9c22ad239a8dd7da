import type { Comparison } from '../../../../../src/contract/sets.ts'
import { counted, listed } from '../shared/words.ts'

/** « 12 lignes nouvelles, 3 parties et 5 changées ; 240 restent les mêmes ». */
export function comparisonSentence({
  counts: { added, gone, changed },
  same,
}: Pick<Comparison, 'counts' | 'same'>): string {
  const parts = [
    ...(added > 0 ? [counted(added, 'ligne nouvelle', 'lignes nouvelles')] : []),
    ...(gone > 0 ? [counted(gone, 'ligne partie', 'lignes parties')] : []),
    ...(changed > 0 ? [counted(changed, 'ligne changée', 'lignes changées')] : []),
  ]
  const rest = same === 0 ? '' : ` ; ${counted(same, 'reste la même', 'restent les mêmes')}`
  return parts.length === 0 ? 'Ce fichier ne change rien : toutes les lignes sont les mêmes' : `${listed(parts)}${rest}`
}

/** Corrections made by hand: those that found their row again. */
export function heldSentence({ held, counts: { lost } }: Pick<Comparison, 'held' | 'counts'>): string {
  if (held + lost === 0) return 'Aucune correction n’avait été faite à la main.'
  const kept = counted(
    held,
    'correction à la main retrouve sa ligne',
    'corrections à la main retrouvent leur ligne',
    'Aucune correction à la main ne retrouve sa ligne',
  )
  return lost === 0
    ? `${kept} : rien à refaire.`
    : `${kept} ; ${counted(lost, 'ne la retrouve pas', 'ne la retrouvent pas')}.`
}
