import type { Act } from '../../../../../src/contract/sets.ts'
import type { RecipeStep } from '../../../../../src/core/recipe/step.ts'
import { addStep, aheadOfTheRest, changeStep, type NewId, removeStep, switchStep } from '../shared/edits.ts'
import { quoted } from '../shared/words.ts'
import type { FileColumn, FileGroup, Mapper, Proposal } from './mapper.ts'

type Pair = { readonly from: string; readonly to: string }

/** A change of the mapper, as acts on the recipe. */
export interface Change {
  readonly steps: readonly RecipeStep[]
  readonly mapper: Mapper
  readonly newId: NewId
}

/** « This column of the file is that one of the model »; without a field, it is none. */
export function matchColumn(change: Change, group: FileGroup, header: string, to: string | undefined): Act[] {
  const column = group.columns.find(one => one.header === header)
  if (!column) return []
  const exact = column.proposals.find(proposal => proposal.to === to)
  const answered = answeredBy(change, column, to).filter(({ step }) => step !== exact?.step)
  return [
    ...(exact ? [switchStep(exact.step, true)] : rename(change, group, header, to)),
    ...answered.map(({ step }) => removeStep(step)),
    ...(to === undefined ? [] : notDropped(change.steps, column.name)),
  ]
}

/** Other questions about the same column, or about the same field for this file, have their answer. */
const answeredBy = ({ mapper }: Change, column: FileColumn, to: string | undefined): Proposal[] => [
  ...column.proposals,
  ...mapper.groups.flatMap(({ columns }) =>
    columns.flatMap(one =>
      one === column || to === undefined ? [] : one.proposals.filter(proposal => proposal.to === to),
    ),
  ),
]

const rename = (change: Change, group: FileGroup, header: string, to: string | undefined): Act[] =>
  group.id === 'main' ? renameInMain(change, group, header, to) : renameInOthers(change, group, header, to)

function renameInMain({ steps, newId }: Change, group: FileGroup, header: string, to: string | undefined): Act[] {
  const map = mapStep(steps)
  const pairs = map?.step.type === 'map' ? map.step.columns : []
  const later = namedElsewhere(group, header, to, map?.id).map(removeStep)
  const next = withPair(pairs, group, header, to)
  if (map && next.length === 0) return [...later, removeStep(map.id)]
  if (map) return [...later, changeStep(map.id, { type: 'map', columns: next }, reasonOf(next))]
  if (next.length === 0) return later
  return [...later, addStep(newId(), { type: 'map', columns: next }, reasonOf(next), aheadOfTheRest(steps))]
}

/** The `map` of the main table: the one before any other table comes in. */
function mapStep(steps: readonly RecipeStep[]): RecipeStep | undefined {
  const gathering = steps.findIndex(({ step }) => step.type === 'merge' || step.type === 'append')
  return steps.slice(0, gathering < 0 ? undefined : gathering).find(({ step, off }) => step.type === 'map' && !off)
}

/** Renamings said one by one, for this column or for the one that had the field until now. */
function namedElsewhere(group: FileGroup, header: string, to: string | undefined, map?: string): string[] {
  return group.columns.flatMap(({ header: other, state }) => {
    if (state.type !== 'field' || state.named === undefined || state.named === map) return []
    return other === header || state.field === to ? [state.named] : []
  })
}

function renameInOthers({ steps }: Change, group: FileGroup, header: string, to: string | undefined): Act[] {
  const own = new Set(group.tables.map(({ by }) => by))
  const later = namedElsewhere(group, header, to).filter(id => !own.has(id))
  const changed = steps.flatMap(({ id, step }): Act[] =>
    own.has(id) && (step.type === 'merge' || step.type === 'append')
      ? [changeStep(id, { ...step, columns: withPair(step.columns ?? [], group, header, to) })]
      : [],
  )
  return [...later.map(removeStep), ...changed]
}

/** A field is given by one column of a table: the former one takes its own name again. A title that is itself a field's name is set aside by its origin. */
function withPair(pairs: readonly Pair[], group: FileGroup, header: string, to: string | undefined): Pair[] {
  const others = pairs.filter(pair => pair.from !== header && pair.to !== to)
  if (to !== undefined) return to === header ? others : [...others, { from: header, to }]
  const bears = group.columns.some(
    one => one.header === header && one.state.type === 'field' && one.state.field === header,
  )
  return bears ? [...others, { from: header, to: `${header} (origine)` }] : others
}

const reasonOf = (pairs: readonly Pair[]): string =>
  `Donner aux colonnes les noms du modèle : ${pairs.map(({ from, to }) => `${quoted(from)} devient ${quoted(to)}`).join(' ; ')}.`

/** No to a proposal: it is not asked again. */
export const refuse = ({ step }: Proposal): Act[] => [removeStep(step)]

/** « Garder » or « retirer » a column that the model does not know. */
export function decideColumn({ steps, newId }: Change, column: FileColumn, keep: boolean): Act[] {
  const { name } = column
  if (keep) return notDropped(steps, name)
  const asked = steps.find(({ step, off }) => off && step.type === 'drop' && step.columns.includes(name))
  if (asked?.step.type === 'drop' && asked.step.columns.length === 1) return [switchStep(asked.id, true)]
  return [
    ...notDropped(steps, name),
    addStep(
      newId(),
      { type: 'drop', columns: [name] },
      `Retirer la colonne ${quoted(name)}, que le modèle ne connaît pas.`,
      asked?.id ?? lastArrange(steps),
    ),
  ]
}

/** Taken out of every step that drops it, or asks to. */
function notDropped(steps: readonly RecipeStep[], name: string): Act[] {
  return steps.flatMap(({ id, step, reason }): Act[] => {
    if (step.type !== 'drop' || !step.columns.includes(name)) return []
    const columns = step.columns.filter(one => one !== name)
    return [
      columns.length === 0 ? removeStep(id) : changeStep(id, { type: 'drop', columns }, reasonToDrop(columns, reason)),
    ]
  })
}

const reasonToDrop = (columns: readonly string[], reason: string): string =>
  reason.endsWith('?')
    ? `${columns.length === 1 ? 'Une colonne n’est' : `${columns.length} colonnes ne sont`} pas dans le modèle : ${columns
        .map(quoted)
        .join(', ')}. Faut-il ${columns.length === 1 ? 'la' : 'les'} retirer avant de publier ?`
    : reason

const lastArrange = (steps: readonly RecipeStep[]): string | undefined =>
  steps.findLast(({ step }) => step.type === 'arrange')?.id
