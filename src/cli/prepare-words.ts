import type { Report } from '../core/check/finding.ts'
import type { Model } from '../core/models/model.ts'
import type { OpenQuestion } from '../core/propose/index.ts'
import type { Replayed } from '../core/recipe/replay.ts'
import type { Recipe, RecipeStep } from '../core/recipe/step.ts'

/** A recipe and what it gives. `replayed`: it was made for other files, its reasons and figures are of that time. */
export interface Made {
  readonly recipe: Recipe
  readonly toDecide: readonly RecipeStep[]
  readonly result: Replayed
  readonly replayed?: true
}

/** What was done, what is left to decide and to correct, for a person at a terminal. */
export function inWords(
  made: Made,
  report: Report,
  questions: readonly OpenQuestion[],
  model: Model,
  out: string,
): string {
  const { recipe, toDecide, result } = made
  const done = recipe.steps.filter(step => !step.off)
  return [
    `« ${model.title} » : ${some(result.table.rows.length, 'ligne')}, ${some(done.length, 'étape faite', 'étapes faites')}${toDecide.length > 0 ? `, ${toDecide.length} à décider` : ''}.`,
    ...done.map(step => `  fait : ${made.replayed ? doneAgain(step, result) : doneFirst(step)}`),
    ...toDecide.map(({ reason }) => `  à décider : ${reason}`),
    ...result.remarks.map(remark => `  à savoir : ${remark}`),
    ...(result.setAside.length > 0
      ? [
          `  ${some(result.setAside.length, 'ligne mise de côté', 'lignes mises de côté')} : rien n'est perdu, la recette sait les remettre.`,
        ]
      : []),
    verdict(report),
    `${questions.length === 0 ? 'Aucune question.' : `${some(questions.length, 'question')} pour vous dans ${out}/questions.csv.`} Résultat dans ${out}.`,
    '',
  ].join('\n')
}

function verdict({ valid, findings, counts, conformity }: Report): string {
  if (valid) return 'Le tableau est conforme au modèle.'
  // Findings are capped, their counts are not.
  const codes = new Set(findings.filter(({ level }) => level === 'error').map(({ code }) => code))
  const errors = [...codes].reduce((sum, code) => sum + (counts[code] ?? 0), 0)
  return `Il reste ${some(errors, 'valeur')} à corriger ; conformité ${String(conformity).replace('.', ',')} %.`
}

const doneFirst = ({ step, reason, before, after }: RecipeStep): string =>
  `${step.type === 'map' ? listed(reason) : reason}${counted(before, after)}`

/** A long list of columns, one a line. */
const listed = (reason: string): string => reason.replaceAll(' ; ', ' ;\n           ')

const counted = (before: number | undefined, after: number | undefined): string =>
  before === undefined || after === undefined || (before === 0 && after > 0) ? '' : ` (${before} avant, ${after} après)`

function doneAgain({ id, step, reason }: RecipeStep, { applied }: Replayed): string {
  const outcome = applied.find(one => one.id === id)
  if (step.type === 'select-table') return `Le tableau du fichier : ${some(outcome?.rowsAfter ?? 0, 'ligne')}.`
  const changed = outcome?.changed ?? 0
  return `${step.type === 'map' ? listed(reason) : reason}${changed > 0 ? ` (cette fois : ${some(changed, 'case')})` : ''}`
}

/** « aucune ligne », « 1 ligne », « 12 lignes ». All the words counted here are feminine. */
const some = (count: number, one: string, many = `${one}s`): string =>
  count === 0 ? `aucune ${one}` : `${count} ${count === 1 ? one : many}`
