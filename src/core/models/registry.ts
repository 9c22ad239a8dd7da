import type { Model } from './model.ts'

/** The models at hand, found by id or by alias. */
export interface Registry {
  list(): readonly Model[]
  find(idOrAlias: string): Model | undefined
}

export function createRegistry(models: readonly Model[]): Registry {
  const byName = new Map<string, Model>()
  for (const model of models) if (model.alias !== undefined) byName.set(model.alias, model)
  for (const model of models) byName.set(model.id, model)
  const sorted = [...models].sort((a, b) => a.id.localeCompare(b.id, 'fr'))
  return { list: () => sorted, find: name => byName.get(name) ?? byName.get(name.toLowerCase()) }
}
