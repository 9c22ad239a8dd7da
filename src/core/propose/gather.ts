import type { Model } from '../models/model.ts'
import type { Sources } from '../recipe/sources.ts'
import { type Table, tableFromRows } from '../table/table.ts'
import { proposeMapping } from './columns.ts'
import { Context } from './context.ts'
import { Draft } from './draft.ts'
import { proposeOthers } from './others.ts'
import { chooseMain, proposeMain } from './structure.ts'

/** One table of what a file holds: the sheets that say the same thing one under the other, columns named as the model does where that is certain. */
export function gatherTable(sources: Sources, model: Model): Table | undefined {
  const context = new Context(model, sources, {})
  const main = chooseMain(sources, context)
  if (!main) return undefined
  const draft = new Draft(tableFromRows([], []), { model, sources })
  proposeMain(draft, main, sources)
  proposeMapping(draft, main.matches)
  proposeOthers(draft, main, context)
  return draft.table
}
