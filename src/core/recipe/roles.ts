import type { Field, Role } from '../models/model.ts'
import { headerKey, headerWords } from './mapping/header.ts'
import { meaningWords } from './mapping/words.ts'

/** The field's role or, when the model tells none (a foreign one), the one that its name, type and pattern tell. */
export function roleOf(field: Field): Role | undefined {
  return field.role ?? roleByType(field) ?? roleByName(field.name)
}

function roleByType(field: Field): Role | undefined {
  if (field.type === 'geopoint') return 'lonlat'
  if (field.type === 'date') return 'date'
  if (field.type === 'year') return 'year'
  if (field.format === 'email') return 'email'
  if (field.format === 'uri') return 'url'
  return undefined
}

/** The whole name, once compared as headers are. Names are compared by their words too: `code_insee_commune` holds « insee ». */
const BY_KEY: Readonly<Record<string, Role>> = {
  x: 'longitude',
  y: 'latitude',
  xy: 'lonlat',
  xlong: 'longitude',
  ylat: 'latitude',
  lat: 'latitude',
  lon: 'longitude',
  long: 'longitude',
  lng: 'longitude',
  latlon: 'lonlat',
  latlong: 'lonlat',
  lonlat: 'lonlat',
  geopoint: 'lonlat',
  geopoint2d: 'lonlat',
  cp: 'postcode',
  codepostal: 'postcode',
  codepost: 'postcode',
  depcom: 'insee',
  id: 'id',
}

/** « site » alone is a web site; in `site_nom` or `id_site` it is a place. */
const WEB = new Set(['web', 'www', 'website', 'url', 'lien', 'internet'])

export function roleByName(name: string): Role | undefined {
  const known = BY_KEY[headerKey(name)]
  if (known) return known
  const words = new Set(meaningWords(name))
  const has = (...all: string[]) => all.every(word => words.has(word))
  if (has('latitude') && has('longitude')) return 'lonlat'
  if (has('latitude')) return 'latitude'
  if (has('longitude')) return 'longitude'
  if (has('siret')) return 'siret'
  if (has('siren')) return 'siren'
  if (has('insee')) return 'insee'
  if (has('postal') || has('cp')) return 'postcode'
  if (has('coordonnee') && !has('x') && !has('y')) return 'lonlat'
  if (has('telephone')) return 'phone'
  if (has('courriel')) return 'email'
  if (has('site') && (words.size === 1 || headerWords(name).some(word => WEB.has(word)))) return 'url'
  if (has('horaire')) return 'hours'
  if (has('numero') && (has('voie') || has('adresse'))) return 'house-number'
  if (has('voie')) return 'street'
  if (has('adresse')) return 'address'
  if (has('commune') && words.size <= 2 && (words.size === 1 || has('nom'))) return 'town'
  return undefined
}
