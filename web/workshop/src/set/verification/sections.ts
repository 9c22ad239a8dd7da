import type { Finding } from '../../../../../src/core/check/finding.ts'
import type { ReportGroup, ReportView } from '../shared/tab-view.ts'
import { cellsCounted, counted, percent } from '../shared/words.ts'

/** What blocks, what is to look at, advice: in this order, empty ones left out. */
export interface Section {
  readonly level: Finding['level']
  readonly title: string
  readonly sentence: string
  readonly general: readonly Finding[]
  readonly groups: readonly ReportGroup[]
}

const WORDS: Record<Finding['level'], Pick<Section, 'title' | 'sentence'>> = {
  error: {
    title: 'Ce qui bloque',
    sentence: 'Tant qu’il en reste, le fichier serait refusé par les sites qui reprennent vos données.',
  },
  warning: {
    title: 'À regarder',
    sentence: 'Le fichier reste valable, mais ces cases surprennent : elles sont peut-être justes.',
  },
  advice: { title: 'Conseils', sentence: 'Rien d’obligatoire : ce qui rendrait vos données plus faciles à reprendre.' },
}

export const sectionsOf = ({ groups, general }: ReportView): Section[] =>
  (['error', 'warning', 'advice'] as const).flatMap(level => {
    const of = {
      general: general.filter(one => one.level === level),
      groups: groups.filter(one => one.level === level),
    }
    return of.general.length + of.groups.length === 0 ? [] : [{ level, ...WORDS[level], ...of }]
  })

/** Valid or not, in one plain sentence. */
export function verdictSentence({ valid, rows, wrongCells: cells, general }: ReportView): string {
  if (rows === 0) return 'Il n’y a encore aucune ligne à vérifier.'
  if (valid) return `Vos ${counted(rows, 'ligne', 'lignes')} sont conformes au modèle : ce fichier peut être publié.`
  const others = general.filter(({ level }) => level === 'error').length
  const parts = [
    ...(cells > 0 ? [cellsCounted(cells)] : []),
    ...(others > 0 ? [counted(others, 'remarque sur les colonnes', 'remarques sur les colonnes')] : []),
  ]
  return `Encore ${parts.join(' et ')} à corriger avant de pouvoir publier.`
}

/** What the percent is of. */
export function conformitySentence({ conformity, rows, fields }: ReportView): string {
  const cells = cellsCounted(rows * fields)
  return conformity === 100
    ? `${cells} relues, toutes comme le modèle les attend.`
    : `Sur ${cells} relues, ${percent(conformity)} sont comme le modèle les attend.`
}
