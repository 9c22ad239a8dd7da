import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * Arrows between folders point one way (docs/architecture.md). Each area names what it may import; everything else is refused,
 * and so is an area that is not listed here: a new folder says its place first.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  contract: ['core'],
  readers: ['core'],
  writers: ['core'],
  adapters: ['core', 'readers'],
  store: ['core'],
  journal: ['core', 'contract', 'writers', 'store'],
  people: ['core', 'contract', 'adapters', 'store', 'journal'],
  preparation: ['core', 'contract', 'readers', 'writers', 'adapters', 'store', 'journal'],
  publication: ['core', 'contract', 'readers', 'writers', 'adapters', 'store', 'journal', 'preparation'],
  town: [
    ...['core', 'contract', 'readers', 'writers', 'adapters', 'store', 'journal', 'people', 'preparation'],
    'publication',
  ],
  portal: ['core', 'contract', 'publication'],
  server: [
    ...['core', 'contract', 'readers', 'writers', 'adapters', 'store', 'journal', 'people', 'preparation'],
    ...['publication', 'town', 'portal'],
  ],
  example: ['core', 'contract', 'store', 'people', 'preparation', 'publication', 'town'],
  cli: [
    ...['core', 'contract', 'readers', 'writers', 'adapters', 'store', 'journal', 'people', 'preparation'],
    ...['publication', 'town', 'portal', 'server', 'example'],
  ],
}
/** Inside the core, the order of the work: a folder sees only what comes before it. */
const CORE_ORDER = [
  'table',
  'values',
  'hours',
  'models',
  'places',
  'recipe',
  'check',
  'propose',
  'privacy',
  'fiche',
  'town',
  'diagnosis',
] as const
/** Types that two neighbours share without needing each other: a finding carries a step, a hint carries a model. */
const CORE_MAY_SEE: Record<string, readonly string[]> = {
  table: [],
  values: ['table', 'hours', 'places'],
  hours: ['values'],
  models: ['table', 'values'],
  places: ['table', 'values', 'models'],
  check: ['table', 'values', 'hours', 'models', 'places', 'recipe'],
  recipe: ['table', 'values', 'hours', 'models', 'places', 'check'],
  propose: ['table', 'values', 'hours', 'models', 'places', 'recipe', 'check'],
  privacy: ['table', 'values', 'models', 'places'],
  fiche: ['table', 'values', 'models', 'places', 'recipe'],
  diagnosis: [],
  town: ['table', 'values', 'models'],
}
const CORE_PACKAGES = ['zod', 'opening_hours', 'libphonenumber-js', 'proj4', 're2js']

const SRC = new URL('../src', import.meta.url).pathname

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* sources(path)
    else if (/\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)) yield path
  }
}

const imports = (path: string): string[] =>
  [
    ...readFileSync(path, 'utf8').matchAll(
      /^\s*(?:import|export)\b[^'"]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|^\s*import\s+['"]([^'"]+)['"]/gm,
    ),
  ].map(match => match[1] ?? match[2] ?? match[3] ?? '')

const files = [...sources(SRC)].map(path => ({ path, name: relative(SRC, path), imports: imports(path) }))
const target = (path: string, specifier: string) => relative(SRC, join(dirname(path), specifier)).split('/')

describe('arrows between folders', () => {
  test('every area of src is listed', () => {
    const areas = new Set(files.map(({ name }) => name.split('/')[0]))
    expect([...areas].filter(area => !(area! in MAY_IMPORT))).toEqual([])
  })

  test.each(files)('$name', ({ path, name, imports }) => {
    const [area, folder] = name.split('/') as [string, string]
    for (const specifier of imports) {
      if (specifier.startsWith('.')) {
        const [toArea, toFolder] = target(path, specifier) as [string, string]
        if (toArea !== area) expect(MAY_IMPORT[area], `${name} imports ${specifier}`).toContain(toArea)
        else if (area === 'core' && toFolder !== folder)
          expect(CORE_MAY_SEE[folder] ?? [], `${name} imports ${specifier}`).toContain(toFolder)
      } else if (area === 'core') {
        expect(CORE_PACKAGES, `${name} imports ${specifier}: the core is pure`).toContain(specifier.split('/')[0])
      }
    }
  })

  test('the order of the core is the one documented', () => {
    expect(new Set(Object.keys(CORE_MAY_SEE))).toEqual(new Set(CORE_ORDER))
  })
})
