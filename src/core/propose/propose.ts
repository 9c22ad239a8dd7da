import type { Model } from '../models/model.ts'
import { type Replayed, rememberIds, replay } from '../recipe/replay.ts'
import type { Sources } from '../recipe/sources.ts'
import type { Recipe, RecipeStep } from '../recipe/step.ts'
import { tableFromRows } from '../table/table.ts'
import { proposeAddress } from './address.ts'
import { proposeExtras, proposeMapping, proposeOrder, proposePivot } from './columns.ts'
import { proposeComposed } from './compose.ts'
import { Context, type ProposeOptions } from './context.ts'
import { proposeCoordinates } from './coordinates.ts'
import { Draft } from './draft.ts'
import { proposeConstants } from './fill.ts'
import type { ColumnMatch } from './match-columns.ts'
import { proposeOthers } from './others.ts'
import { proposeGeocode, proposeIds } from './places.ts'
import { proposeClusters, proposeDeduplicate, proposeDitto, proposeFillDown, proposeFilter } from './rows.ts'
import { chooseMain, proposeHelperLines, proposeMain } from './structure.ts'
import { proposeValues } from './values.ts'

export interface Proposal {
  /** Certain steps, applied, and steps to decide, switched off, each where it would act. */
  readonly recipe: Recipe
  readonly certain: readonly RecipeStep[]
  readonly toDecide: readonly RecipeStep[]
  /** What each column of the main table is for the model. */
  readonly matches: readonly ColumnMatch[]
  /** What the recipe gives on these files. */
  readonly result: Replayed
}

/** From the files received to a recipe: each step with its reason and how much it mends; nothing is changed in silence, what is not certain is asked. */
export function propose(sources: Sources, model: Model, options: ProposeOptions = {}): Proposal {
  const context = new Context(model, sources, options)
  const world = { model, sources, ...worldOf(options) }
  const draft = new Draft(tableFromRows([], []), world)
  const main = chooseMain(sources, context)
  if (main) {
    proposeMain(draft, main, sources)
    proposeMapping(draft, main.matches)
    proposeHelperLines(draft, context)
    proposeOthers(draft, main, context)
    proposeDitto(draft)
    proposePivot(draft, context)
    proposeCoordinates(draft, context)
    proposeAddress(draft, context)
    proposeComposed(draft, context)
    proposeFillDown(draft, context)
    proposeValues(draft, context)
    proposeConstants(draft, context)
    proposeClusters(draft, context)
    proposeFilter(draft, context)
    proposeDeduplicate(draft, context)
    proposeGeocode(draft, context)
    proposeIds(draft, context)
    proposeExtras(draft, context)
    proposeOrder(draft, context)
  }
  const steps = [...draft.steps, ...corrections(options.earlier, draft.count)]
  const proposed: Recipe = { version: 1, model: model.id, ...(options.town && { town: options.town.insee }), steps }
  const result = replay(proposed, sources, { model, ...worldOf(options) })
  const recipe = rememberIds(proposed, result)
  return {
    recipe,
    certain: recipe.steps.filter(step => !step.off),
    toDecide: recipe.steps.filter(step => step.off),
    matches: main?.matches ?? [],
    result,
  }
}

const worldOf = ({ town, communes, addresses }: ProposeOptions) => ({
  ...(town && { town }),
  ...(communes && { communes }),
  ...(addresses && { addresses }),
})

/** Hand corrections of last year: they look for their row by its identity, and are listed when it is not there any more. */
function corrections(earlier: Recipe | undefined, after: number): RecipeStep[] {
  const byHand = (earlier?.steps ?? []).filter(({ step, off }) => !off && BY_HAND.has(step.type))
  return byHand.map((one, index) => ({ ...one, id: `e${after + index + 1}` }))
}

const BY_HAND = new Set(['by-hand', 'correct-cell', 'delete-row', 'restore-row'])
