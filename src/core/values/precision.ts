/** Metres of a degree of latitude. */
export const DEGREE_METRES = 111_320

const SIZES: readonly (readonly [number, string])[] = [
  [30_000, '100 km'],
  [3_000, '10 km'],
  [700, '1 km'],
  [70, '100 m'],
  [15, '30 m'],
  [7, '10 m'],
  [2, '3 m'],
  [0.7, '1 m'],
  [0.07, '10 cm'],
  [0, '1 cm'],
]

/** « 100 m »: how far a point may be from where its writing says, in round figures. */
export const roundDistance = (stepInDegrees: number): string =>
  SIZES.find(([least]) => stepInDegrees * DEGREE_METRES >= least)?.[1] ?? '1 cm'

/** What must be told of a writing that is too coarse to place a shop in its street; undefined under some thirty metres. */
export function coarse(stepInDegrees: number): string | undefined {
  const metres = stepInDegrees * DEGREE_METRES
  if (metres >= 700) return `Précision d'environ ${roundDistance(stepInDegrees)} : trop vague pour une carte.`
  if (metres >= 70)
    return `Précision d'environ ${roundDistance(stepInDegrees)} : le point peut tomber dans une autre rue.`
  return undefined
}
