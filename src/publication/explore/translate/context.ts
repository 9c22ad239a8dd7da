import type { PublishedVersion } from '../../published.ts'
import { geoFieldOf } from '../fields.ts'
import { impossible } from '../odsql/problem.ts'

/** What a query is translated for. */
export interface Context {
  readonly version: PublishedVersion
  readonly geo: string | undefined
  /** `timezone`, `lang`. */
  readonly zone: string
  readonly lang: string
  /** ISO instant, for `now()`. */
  readonly now: string
}
export type Asking = Pick<Context, 'zone' | 'lang' | 'now'>

export const contextOf = (version: PublishedVersion, asking: Asking): Context => ({
  ...asking,
  version,
  geo: geoFieldOf(version),
})

export function needGeo({ geo }: Context, name: string): void {
  if (name === geo) return
  throw impossible(
    geo === undefined
      ? 'les lignes de ce jeu de données n’ont pas de position.'
      : `« ${name.slice(0, 60)} » n’est pas une position ; j’attendais ${geo}.`,
  )
}
