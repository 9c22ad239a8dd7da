/** One part of France: west, south, east, north in WGS84 degrees, whole islands with their shore. */
interface Part {
  readonly name: string
  /** Departments of this part; those of the metropole are all the others. */
  readonly departments: readonly string[]
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

const part = (
  name: string,
  departments: readonly string[],
  [west, south, east, north]: readonly [number, number, number, number],
): Part => ({ name, departments, west, south, east, north })

const METROPOLE = part('la France métropolitaine', [], [-5.141277, 41.333571, 9.560091, 51.088989])

const PARTS: readonly Part[] = [
  METROPOLE,
  part('la Guadeloupe', ['971'], [-61.82, 15.82, -60.99, 16.52]),
  part('Saint-Martin et Saint-Barthélemy', ['977', '978'], [-63.16, 17.86, -62.78, 18.13]),
  part('la Martinique', ['972'], [-61.24, 14.38, -60.8, 14.89]),
  part('la Guyane', ['973'], [-54.61, 2.1, -51.61, 5.78]),
  part('La Réunion', ['974'], [55.21, -21.4, 55.84, -20.86]),
  part('Mayotte', ['976'], [44.95, -13.01, 45.31, -12.58]),
  part('Saint-Pierre-et-Miquelon', ['975'], [-56.52, 46.74, -56.1, 47.15]),
]

/** Validata's six boxes (`french-gps-coordinates`), to the digit: the islands are cut closer than ours, and two territories are left out. */
const VALIDATA: readonly Part[] = [
  METROPOLE,
  part('', [], [-61.809839, 15.832041, -61.001959, 16.514488]),
  part('', [], [-61.229033, 14.388646, -60.809655, 14.878723]),
  part('', [], [-54.60239, 2.111055, -51.619041, 5.748138]),
  part('', [], [55.216526, -21.389631, 55.836654, -20.8718]),
  part('', [], [45.01833, -13.005254, 45.299985, -12.63659]),
]

/** The part of France that holds this point, in French; undefined when none does. Neighbours close to the border are held too. */
export function whereInFrance(longitude: number, latitude: number): string | undefined {
  return PARTS.find(
    ({ west, south, east, north }) => longitude >= west && longitude <= east && latitude >= south && latitude <= north,
  )?.name
}

/** As Validata says it: strictly inside one of its boxes. */
export const isInFranceForValidata = (longitude: number, latitude: number): boolean =>
  VALIDATA.some(
    ({ west, south, east, north }) => longitude > west && longitude < east && latitude > south && latitude < north,
  )

/** True for a latitude (or a longitude) that some place of France has, or of the department's own part of France when it is given. */
export function isAxisOfFrance(axis: 'latitude' | 'longitude', degrees: number, department?: string): boolean {
  const parts = department === undefined ? PARTS : [partOf(department)]
  return parts.some(({ west, south, east, north }) =>
    axis === 'latitude' ? degrees >= south && degrees <= north : degrees >= west && degrees <= east,
  )
}

const partOf = (department: string): Part =>
  PARTS.find(({ departments }) => departments.includes(department)) ?? METROPOLE
