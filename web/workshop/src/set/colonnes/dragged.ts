import type { DropItem } from 'react-aria-components'
import type { ColumnPlace } from './use-mapper.ts'

/** What is dragged: the name of a column of a file. */
export const COLUMN_TYPE = 'application/x-carnet-column'

export const placeId = ({ group, header }: ColumnPlace): string => JSON.stringify([group, header])

export async function columnFrom(items: readonly DropItem[]): Promise<ColumnPlace | undefined> {
  const item = items.find(one => one.kind === 'text' && one.types.has(COLUMN_TYPE))
  if (item?.kind !== 'text') return undefined
  const [group, header] = JSON.parse(await item.getText(COLUMN_TYPE)) as [string, string]
  return { group, header }
}
