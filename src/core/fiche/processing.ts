import type { Model } from '../models/model.ts'
import { describeStep } from '../recipe/describe.ts'
import { describeKind } from '../recipe/describe-kind.ts'
import type { RecipeStep, Step } from '../recipe/step.ts'
import type { Protection } from './context.ts'

type Named = Pick<Model, 'fields'>

/**
 * What was done to the data between the files received and the table opened, one plain sentence a line. The public reads it: no value of a cell,
 * no name of a row, no name of a file is told.
 */
export function processingOf(
  steps: readonly RecipeStep[],
  model: Named,
  protections: readonly Protection[] = [],
): string {
  const on = steps.filter(step => !step.off).map(({ step }) => step)
  return [
    ...byKind(on, model),
    ...on.flatMap(step => told(step, model) ?? []),
    ...hands(on),
    ...protect(protections, model),
  ]
    .filter((line, at, all) => all.indexOf(line) === at)
    .map(line => `${line}.`)
    .join('\n')
}

/** « Met les dates au format 2021-03-05, dans les colonnes « Ouverture » et « Fermeture » ». */
function byKind(steps: readonly Step[], model: Named): string[] {
  const groups = new Map<string, string[]>()
  for (const step of steps) {
    if (step.type !== 'normalise') continue
    const line = describeKind(step.kind, step.options)
    groups.set(line, [...(groups.get(line) ?? []), step.column])
  }
  return [...groups].map(([line, columns]) => `${line}, dans ${columnsOf(columns, model)}`)
}

function told(step: Step, model: Named): string | undefined {
  const column = (name: string) => columnsOf([name], model)
  switch (step.type) {
    case 'map':
    case 'rename':
    case 'split':
    case 'split-address':
    case 'join':
    case 'fill-down':
    case 'ditto':
    case 'convert-unit':
    case 'deduplicate':
    case 'generate-ids':
    case 'hours':
    case 'split-lonlat':
    case 'join-lonlat':
    case 'reproject':
    case 'swap-lonlat':
    case 'pivot-long':
      return step.type === 'map' && step.columns.every(({ from, to }) => from === to)
        ? undefined
        : describeStep(step, model)
    case 'geocode':
      return `${describeStep(step, model)} (Base Adresse Nationale)`
    case 'add-constant':
      return step.value === '' ? undefined : `Remplit d’une même valeur ${column(step.column)}`
    case 'fill':
      return `Complète les cases vides de ${column(step.column)}`
    case 'replace-values':
    case 'cluster':
      return `Écrit d’une seule façon ce qui veut dire la même chose, dans ${column(step.column)}`
    case 'filter':
      return `Ne garde qu’une partie des lignes, d’après ${column(step.column)}`
    case 'merge':
      return `Complète les lignes avec celles d’un autre tableau${step.keep === 'both' ? ', et ajoute les nouvelles' : ''}`
    case 'append':
      return 'Réunit plusieurs tableaux l’un sous l’autre'
    case 'drop':
      return step.columns.length === 1
        ? 'Retire une colonne qui ne sert pas'
        : `Retire ${step.columns.length} colonnes qui ne servent pas`
    case 'select-table':
    case 'arrange':
    case 'normalise':
    case 'correct-cell':
    case 'by-hand':
    case 'delete-row':
    case 'restore-row':
      return undefined
  }
}

function hands(steps: readonly Step[]): string[] {
  let [corrected, gone, added] = [0, 0, 0]
  for (const step of steps) {
    if (step.type === 'correct-cell') corrected++
    if (step.type === 'delete-row') gone++
    if (step.type !== 'by-hand') continue
    corrected += step.corrections.length
    gone += step.deleted.length
    added += step.added.length
  }
  const parts = [
    counted(corrected, 'case corrigée', 'cases corrigées'),
    counted(gone, 'ligne retirée', 'lignes retirées'),
    counted(added, 'ligne ajoutée', 'lignes ajoutées'),
  ].filter(part => part !== '')
  return parts.length === 0 ? [] : [`Relu à la main : ${parts.join(', ')}`]
}

const PROTECTED: Readonly<Record<Protection['answer'], (columns: string) => string>> = {
  drop: columns => `Pour protéger les personnes, n’ouvre pas ${columns}`,
  generalise: columns => `Pour protéger les personnes, rend moins précis ce qui est dans ${columns}`,
  pseudonymise: columns => `Pour protéger les personnes, remplace par un code ce qui est dans ${columns}`,
}

const protect = (protections: readonly Protection[], model: Named): string[] =>
  (Object.keys(PROTECTED) as Protection['answer'][]).flatMap(answer => {
    const columns = protections.filter(one => one.answer === answer).map(({ column }) => column)
    return columns.length === 0 ? [] : [PROTECTED[answer](columnsOf(columns, model))]
  })

/** More would be a list, not a sentence. */
const MOST_NAMED = 4

function columnsOf(names: readonly string[], { fields }: Named): string {
  const titles = [...new Set(names)].map(name => `« ${fields.find(field => field.name === name)?.title ?? name} »`)
  if (titles.length === 1) return `la colonne ${titles[0]}`
  if (titles.length > MOST_NAMED) return `${titles.length} colonnes`
  return `les colonnes ${titles.slice(0, -1).join(', ')} et ${titles.at(-1)}`
}

const NUMBERS = new Intl.NumberFormat('fr-FR')
const counted = (count: number, one: string, many: string): string =>
  count === 0 ? '' : `${NUMBERS.format(count)} ${count === 1 ? one : many}`
