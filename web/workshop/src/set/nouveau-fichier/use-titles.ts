import type { Model } from '../../../../../src/core/models/model.ts'
import { useApi } from '../../api/index.ts'

/** The titles of the model's columns, by their names; a name as it is until they are known. */
export function useTitles(model: string): (name: string) => string {
  const { value } = useApi<Model>(`/models/${encodeURIComponent(model)}`)
  const titles = new Map(value?.fields.map(({ name, title }) => [name, title ?? name]))
  return name => titles.get(name) ?? name
}
