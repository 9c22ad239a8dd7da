import type { FicheContext, FicheSource } from './context.ts'
import { frenchDay } from './day.ts'

/** How the data was gathered, from the history: what was received, from which service, when. Never who, never the name of a file. */
export function collectionOf({ sources, byHand }: Pick<FicheContext, 'sources' | 'byHand'>): string {
  const lines = sources.map(source => `${kindOf(source.name)} reçu ${from(source)}le ${frenchDay(source.sentAt)}.`)
  if (byHand > 0)
    lines.push(
      byHand === 1
        ? 'Une ligne saisie ou relevée sur place par les services.'
        : `${NUMBERS.format(byHand)} lignes saisies ou relevées sur place par les services.`,
    )
  return lines.join('\n')
}

const NUMBERS = new Intl.NumberFormat('fr-FR')

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\.(?:xlsx?|xlsm)$/i, 'Un fichier Excel'],
  [/\.ods$/i, 'Un fichier LibreOffice'],
  [/\.csv$/i, 'Un fichier CSV'],
  [/\.docx?$/i, 'Un document Word'],
  [/\.pdf$/i, 'Un document PDF'],
  [/\.(?:geo)?json$/i, 'Un fichier de carte'],
  [/^Collage /, 'Un tableau copié'],
]
const kindOf = (name: string): string => KINDS.find(([shape]) => shape.test(name))?.[1] ?? 'Un fichier'

const from = ({ department }: FicheSource): string => (department === undefined ? '' : `de « ${department} » `)
