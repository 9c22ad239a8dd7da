import { comparisonKey, stripAccents } from '../../values/text.ts'

/** A commune of the official geographic code (INSEE), or one of its parts that kept a code: arrondissement, old commune. */
export interface Commune {
  /** INSEE code: '78217', '2A004', '97411'. */
  readonly code: string
  readonly name: string
  /** '78', '2A', '974'. */
  readonly department: string
  readonly population?: number
  readonly postcodes: readonly string[]
  readonly siren?: string
  /** SIREN of its intercommunality. */
  readonly epci?: string
  /** Code of the commune of today, when this one is an arrondissement or an old commune (déléguée, associée). */
  readonly current?: string
}

export interface NameHints {
  readonly postcode?: string
  readonly department?: string
}

export interface Communes {
  /** Today's commune, arrondissement or old commune of this code. */
  byInsee(code: string): Commune | undefined
  /** Today's communes (and arrondissements) served by this postcode. */
  byPostcode(postcode: string): readonly Commune[]
  /**
   * Communes of this name whatever its case, accents, hyphens and abbreviations (« St Germain en Laye »): those of today, arrondissements,
   * and old ones only when no commune of today bears it. Hints narrow the answer, and are ignored when they would leave nothing.
   */
  findByName(name: string, hints?: NameHints): readonly Commune[]
  readonly all: readonly Commune[]
}

/**
 * Reads the text of `data/communes.tsv`. The core opens no file: see `src/adapters/communes/load.ts`. Indexes are built when first asked, and a
 * line is only taken apart when its commune is: a page that looks up one code does not wait for 37,000.
 */
export function createCommunes(text: string): Communes {
  const lines = text.split('\n').filter(isData)
  const read = remembered(parseLine)
  const all = lazy(() => lines.map(read))
  const byCode = lazy(() => firstBy(lines, codeOf))
  const byPost = lazy(() => groupBy(all(), commune => commune.postcodes))
  const byName = namesByInitial(lines, read)
  return {
    get all() {
      return all()
    },
    byInsee(code) {
      const line = byCode().get(code)
      return line === undefined ? undefined : read(line)
    },
    byPostcode: postcode => byPost().get(postcode) ?? [],
    findByName: (name, hints = {}) => narrow(preferCurrent(byName(townKey(name))), hints),
  }
}

function codeOf(line: string): string {
  const end = line.indexOf('\t')
  return end < 0 ? line : line.slice(0, end)
}

function nameOf(line: string): string {
  const start = codeOf(line).length + 1
  const end = line.indexOf('\t', start)
  return line.slice(start, end < 0 ? undefined : end)
}

const isData = (line: string): boolean => line !== '' && !line.startsWith('#')

function parseLine(line: string): Commune {
  const [code = '', name = '', population, postcodes, siren, epci, current] = line.split('\t')
  return {
    code,
    name,
    department: departmentOf(code),
    postcodes: postcodes ? postcodes.split(' ') : [],
    ...(population ? { population: Number(population) } : {}),
    ...(siren ? { siren } : {}),
    ...(epci ? { epci } : {}),
    ...(current ? { current } : {}),
  }
}

/** The department of an INSEE code: three characters overseas (97x, 98x), two elsewhere. */
export const departmentOf = (insee: string): string => (/^9[78]/.test(insee) ? insee.slice(0, 3) : insee.slice(0, 2))

/** The department that a postcode suggests; Corsica's 20 cannot be told in two, overseas takes three digits. */
export const departmentOfPostcode = (postcode: string): string =>
  /^9[78]/.test(postcode) ? postcode.slice(0, 3) : postcode.slice(0, 2)

/** What the writings of a town's name have in common: « ST-GERMAIN EN LAYE », « HAVRE (LE) » and « s/ Seine » too. */
export function townKey(name: string): string {
  const turned = name.replace(/^(.*?)[\s,]*\((le|la|les|l['’])\s*\)\s*$/i, '$2 $1')
  return comparisonKey(turned.replace(/\bs\s?\/\s?/gi, ' sur ').replace(/œ/gi, 'oe'))
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bsts\b/g, 'saints')
    .replace(/\bstes\b/g, 'saintes')
    .replace(/\b(\d+) ?(?:er|e|eme|ieme|nd|nde)\b( arrondissement| arr| ardt)?$/, '$1e arrondissement')
    .replace(/\b1e arrondissement$/, '1er arrondissement')
    .replace(
      /^(paris|lyon|marseille) 0?(\d{1,2})$/,
      (_, city, n) => `${city} ${n === '1' ? '1er' : `${n}e`} arrondissement`,
    )
}

function preferCurrent(found: readonly Commune[]): readonly Commune[] {
  const today = found.filter(commune => commune.current === undefined || commune.population !== undefined)
  return today.length > 0 ? today : found
}

function narrow(found: readonly Commune[], hints: NameHints): readonly Commune[] {
  const kept = [
    found.filter(commune => hints.postcode !== undefined && commune.postcodes.includes(hints.postcode)),
    found.filter(commune => hints.department !== undefined && commune.department === hints.department),
    found.filter(commune => hints.postcode !== undefined && sameDepartment(commune, hints.postcode)),
  ].find(list => list.length > 0)
  return kept ?? found
}

const sameDepartment = (commune: Commune, postcode: string): boolean =>
  departmentOfPostcode(postcode) === commune.department.replace(/^2[AB]$/, '20')

/** The first letter of a name's key, without making the whole key. */
export function initialOf(name: string): string {
  const first = name.charAt(0)
  return (/[a-z]/i.test(first) ? first : stripAccents(first).charAt(0)).toLowerCase()
}

/** Finds communes by the key of their name. Making 37,000 keys takes a fifth of a second: only those of the same initial are made. */
function namesByInitial(
  lines: readonly string[],
  read: (line: string) => Commune,
): (key: string) => readonly Commune[] {
  const initials = lazy(() => groupBy(lines, line => [initialOf(nameOf(line))]))
  const made = new Map<string, Map<string, Commune[]>>()
  return key => {
    const initial = key.slice(0, 1)
    let names = made.get(initial)
    if (!names) {
      const communes = (initials().get(initial) ?? []).map(read)
      made.set(initial, (names = groupBy(communes, ({ name }) => [townKey(name)])))
    }
    return names.get(key) ?? []
  }
}

/** The first item of each key. */
function firstBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T> {
  const map = new Map<string, T>()
  for (const item of items) {
    const key = keyOf(item)
    if (!map.has(key)) map.set(key, item)
  }
  return map
}

/** Items by each of their keys, in order. */
export function groupBy<T>(items: readonly T[], keys: (item: T) => readonly string[]): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const item of items)
    for (const key of keys(item)) {
      const group = map.get(key)
      if (group) group.push(item)
      else map.set(key, [item])
    }
  return map
}

function lazy<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/** The same object each time for the same text. */
function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    let made = known.get(text)
    if (made === undefined) known.set(text, (made = make(text)))
    return made
  }
}
