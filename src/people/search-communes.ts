import type { CommuneChoice } from '../contract/people.ts'
import { type Commune, type Communes, townKey } from '../core/places/communes/index.ts'

const MOST = 20

/**
 * Towns of today that a text may mean: a postcode, an INSEE code, or the beginning of a name or of one of its words. Accents, capitals, hyphens
 * and « St » for « Saint » do not count. The name asked first, then the most peopled.
 */
export function searchCommunes(
  communes: Communes,
  departments: ReadonlyMap<string, string>,
  asked: string,
): CommuneChoice[] {
  const text = asked.trim()
  const found = /^\d[\dAB]?\d*$/i.test(text) ? byDigits(communes, text.toUpperCase()) : byName(communes, townKey(text))
  return found.slice(0, MOST).map(commune => choice(commune, departments))
}

const choice = (commune: Commune, departments: ReadonlyMap<string, string>): CommuneChoice => ({
  insee: commune.code,
  name: commune.name,
  postcodes: commune.postcodes,
  department: commune.department,
  ...(departments.has(commune.department) && { departmentName: departments.get(commune.department)! }),
  ...(commune.population !== undefined && { population: commune.population }),
})

/** Three digits at least: fewer are half of the country. */
function byDigits({ all }: Communes, digits: string): Commune[] {
  if (digits.length < 3) return []
  return all
    .filter(
      ({ code, postcodes, current }) =>
        current === undefined && (code === digits || postcodes.some(postcode => postcode.startsWith(digits))),
    )
    .sort(peopled)
}

function byName(communes: Communes, key: string): Commune[] {
  if (key.length < 2) return []
  return keyed(communes)
    .map(({ commune, name }) => ({ commune, rank: rankOf(name, key) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || peopled(a.commune, b.commune))
    .map(({ commune }) => commune)
}

const rankOf = (name: string, key: string): number =>
  name === key ? 3 : name.startsWith(key) ? 2 : name.includes(` ${key}`) ? 1 : 0

const peopled = (a: Commune, b: Commune): number => (b.population ?? 0) - (a.population ?? 0)

interface Keyed {
  readonly commune: Commune
  readonly name: string
}
const known = new WeakMap<Communes, readonly Keyed[]>()

/** Keys of 35,000 names take a fifth of a second: made at the first search by name. */
function keyed(communes: Communes): readonly Keyed[] {
  const made =
    known.get(communes) ??
    communes.all
      .filter(({ current }) => current === undefined)
      .map(commune => ({ commune, name: townKey(commune.name) }))
  known.set(communes, made)
  return made
}
