import { mayBeInDepartment } from '../../values/department-place.ts'
import { whereInFrance } from '../../values/france.ts'
import { placesOf } from '../../values/point.ts'
import type { CheckOptions } from '../context.ts'
import type { Fault } from '../verdict.ts'

/** The two columns of a point, when it has two. */
export interface PointNames {
  readonly longitude: string
  readonly latitude: string
}

const warning = (code: string, message: string): Fault => ({ level: 'warning', code: `carnet/${code}`, message })

/** What is odd about a point that should be in France, and in the town's surroundings when the town is known; undefined when nothing is. */
export function pointFault(
  longitude: number,
  latitude: number,
  text: string,
  options: CheckOptions,
  names?: PointNames,
): Fault | undefined {
  if (whereInFrance(longitude, latitude)) return outside(longitude, latitude, text, options)
  if (longitude === 0 && latitude === 0)
    return warning(
      'far-coordinates',
      'Ces coordonnées valent zéro : elles désignent un point dans l’océan, au large de l’Afrique.',
    )
  if (whereInFrance(latitude, longitude))
    return {
      ...warning('swapped-coordinates', `La latitude et la longitude semblent inversées (${text}).`),
      ...(names && { step: { type: 'swap-lonlat', ...names } }),
    }
  const projected = inMetres(longitude, latitude, text, options, names)
  if (projected) return projected
  return warning('far-coordinates', `Ce point n’est pas en France (${text}) : vérifiez les coordonnées.`)
}

/** The conversion is a repair when one projection alone gives a place of France. */
function inMetres(x: number, y: number, text: string, { town }: CheckOptions, names?: PointNames): Fault | undefined {
  const metres = (value: number) => ({ value: String(value), step: 1, marked: true })
  const hints = town?.department === undefined ? {} : { department: town.department }
  const found = placesOf(metres(x), metres(y), hints).flatMap(({ projection }) => projection ?? [])
  const [projection, ...others] = found
  if (!projection) return undefined
  const fault = warning(
    'projected-coordinates',
    `Ces coordonnées (${text}) sont en mètres, sans doute en ${projection.name} ; j’attendais des degrés, par exemple 48.9537 et 1.8135.`,
  )
  if (!names || others.length > 0) return fault
  return {
    ...fault,
    step: { type: 'reproject', x: names.longitude, y: names.latitude, crs: projection.code, ...names },
  }
}

/** Degrees around the town's box where a place may still be meant (a car park on the border). */
const MARGIN = 0.02

function outside(longitude: number, latitude: number, text: string, { town }: CheckOptions): Fault | undefined {
  if (town?.box) {
    const [west, south, east, north] = town.box
    const inside =
      longitude >= west - MARGIN &&
      longitude <= east + MARGIN &&
      latitude >= south - MARGIN &&
      latitude <= north + MARGIN
    if (inside) return undefined
    return warning(
      'outside-town',
      `Ce point (${text}) est hors de la commune (${town.name}) : vérifiez les coordonnées.`,
    )
  }
  if (town?.department === undefined || mayBeInDepartment(longitude, latitude, town.department)) return undefined
  return warning(
    'outside-town',
    `Ce point (${text}) est loin du département ${town.department}, où est ${town.name} : vérifiez les coordonnées.`,
  )
}
