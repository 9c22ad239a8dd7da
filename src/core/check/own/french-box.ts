/** West, south, east, north of each part of France, in WGS84 degrees (those of Validata's `french-gps-coordinates`, overseas enlarged to whole islands). */
const BOXES: readonly (readonly [string, number, number, number, number])[] = [
  ['la France métropolitaine', -5.141277, 41.333571, 9.560091, 51.088989],
  ['la Guadeloupe', -61.82, 15.82, -60.99, 16.52],
  ['Saint-Martin et Saint-Barthélemy', -63.16, 17.86, -62.78, 18.13],
  ['la Martinique', -61.24, 14.38, -60.8, 14.89],
  ['la Guyane', -54.61, 2.1, -51.61, 5.78],
  ['La Réunion', 55.21, -21.4, 55.84, -20.86],
  ['Mayotte', 44.95, -13.01, 45.31, -12.58],
  ['Saint-Pierre-et-Miquelon', -56.52, 46.74, -56.1, 47.15],
]

/** The part of France that holds this point, in French; undefined when none does. */
export function whereInFrance(longitude: number, latitude: number): string | undefined {
  for (const [name, west, south, east, north] of BOXES)
    if (longitude >= west && longitude <= east && latitude >= south && latitude <= north) return name
  return undefined
}
