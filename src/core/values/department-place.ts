/** Longitude and latitude of the main town of each department, to a tenth of a degree: enough to tell one end of France from the other. */
const PLACES = `01 5.2 46.2,02 3.6 49.6,03 3.3 46.6,04 6.2 44.1,05 6.1 44.6,06 7.3 43.7,07 4.6 44.7,08 4.7 49.8,09 1.6 43.0,10 4.1 48.3
11 2.4 43.2,12 2.6 44.4,13 5.4 43.3,14 -0.4 49.2,15 2.4 44.9,16 0.2 45.6,17 -1.2 46.2,18 2.4 47.1,19 1.8 45.3,2A 8.7 41.9,2B 9.4 42.7
21 5.0 47.3,22 -2.8 48.5,23 1.9 46.2,24 0.7 45.2,25 6.0 47.2,26 4.9 44.9,27 1.2 49.0,28 1.5 48.4,29 -4.1 48.0,30 4.4 43.8
31 1.4 43.6,32 0.6 43.6,33 -0.6 44.8,34 3.9 43.6,35 -1.7 48.1,36 1.7 46.8,37 0.7 47.4,38 5.7 45.2,39 5.6 46.7,40 -0.5 43.9
41 1.3 47.6,42 4.4 45.4,43 3.9 45.0,44 -1.6 47.2,45 1.9 47.9,46 1.4 44.4,47 0.6 44.2,48 3.5 44.5,49 -0.6 47.5,50 -1.1 49.1
51 4.4 49.0,52 5.1 48.1,53 -0.8 48.1,54 6.2 48.7,55 5.2 48.8,56 -2.8 47.7,57 6.2 49.1,58 3.2 47.0,59 3.1 50.6,60 2.1 49.4
61 0.1 48.4,62 2.8 50.3,63 3.1 45.8,64 -0.4 43.3,65 0.1 43.2,66 2.9 42.7,67 7.8 48.6,68 7.4 48.1,69 4.8 45.8,70 6.2 47.6
71 4.8 46.3,72 0.2 48.0,73 5.9 45.6,74 6.1 45.9,75 2.4 48.9,76 1.1 49.4,77 2.7 48.5,78 2.1 48.8,79 -0.5 46.3,80 2.3 49.9
81 2.1 43.9,82 1.4 44.0,83 5.9 43.1,84 4.8 43.9,85 -1.4 46.7,86 0.3 46.6,87 1.3 45.8,88 6.5 48.2,89 3.6 47.8,90 6.9 47.6
91 2.4 48.6,92 2.2 48.9,93 2.4 48.9,94 2.5 48.8,95 2.1 49.0,971 -61.7 16.0,972 -61.1 14.6,973 -52.3 4.9,974 55.5 -20.9
975 -56.2 46.8,976 45.2 -12.8,977 -62.8 17.9,978 -63.1 18.1`

const places = new Map(
  PLACES.split(/[,\n]/).map(line => {
    const [code = '', longitude, latitude] = line.split(' ')
    return [code, { longitude: Number(longitude), latitude: Number(latitude) }] as const
  }),
)

/** The main town of a department, roughly: where a map opens when nothing better is known. */
export const placeOfDepartment = (department: string): { longitude: number; latitude: number } | undefined =>
  places.get(department)

/** No commune is farther from the main town of its department; only Guyane is wider. */
const REACH_KM = 130
const GUYANE_KM = 420

const DEGREE_KM = 111.32

/** False when the point is too far to be in this department. True does not say that it is inside: a neighbour's town may be as near. */
export function mayBeInDepartment(longitude: number, latitude: number, department: string): boolean {
  const place = places.get(department)
  if (!place) return true
  const dx = (longitude - place.longitude) * Math.cos((latitude * Math.PI) / 180) * DEGREE_KM
  const dy = (latitude - place.latitude) * DEGREE_KM
  return Math.hypot(dx, dy) <= (department === '973' ? GUYANE_KM : REACH_KM)
}

/** Closer than the boxes of France, whose metropolitan one holds Bilbao and Stuttgart. */
export const mayBeInFrance = (longitude: number, latitude: number): boolean =>
  [...places.keys()].some(department => mayBeInDepartment(longitude, latitude, department))
