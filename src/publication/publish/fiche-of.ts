import type { FicheBox } from '../../contract/publication.ts'
import type { Fiche } from '../../core/fiche/fiche.ts'
import type { TaskResult } from '../../preparation/tasks/task.ts'
import { ficheOf } from '../fiche/frozen.ts'

/**
 * The fiche as it is frozen: the boxes, and what is owed to the readers whatever a person wrote in them: what was done to protect people,
 * and the errors that were left, with the reason.
 */
export function frozenFiche(
  boxes: readonly FicheBox[],
  frozen: TaskResult<'freeze'>,
  despite: string | undefined,
): Fiche {
  const fiche = ficheOf(boxes)
  const written = boxes.some(({ field, from }) => field === 'processing' && from === 'person')
  return {
    ...fiche,
    processing: withLines(fiche.processing, written ? frozen.notes : []),
    considerations: withLines(fiche.considerations, errorsLeft(frozen, despite)),
  }
}

const withLines = (text: string, lines: readonly string[]): string =>
  [text, ...lines.filter(line => !text.includes(line))].filter(line => line !== '').join('\n')

function errorsLeft({ report, card }: TaskResult<'freeze'>, despite: string | undefined): string[] {
  if (report.errors === 0 || despite === undefined) return []
  const cells = report.errors === 1 ? 'une case ne respecte' : `${report.errors} cases ne respectent`
  return [`À l’ouverture, ${cells} pas le modèle « ${card.model.title} ». La commune dit pourquoi : ${despite}`]
}
