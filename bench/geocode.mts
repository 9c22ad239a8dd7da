/**
 * How often the geocoder answers by itself, and how often it is then wrong, on geocoder-tester's French cases (`npx tsx bench/geocode.mts`).
 * Each expected city becomes a commune whose address file holds its expected streets among distractors from the other cities. The same
 * cases are then asked with their street taken out of the file: whatever is answered without asking is wrong.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import Papa from 'papaparse'
import { splitAddress } from '../src/core/places/address/split.ts'
import { type AddressPoint, createAddressIndex } from '../src/core/places/address-index.ts'
import { geocode } from '../src/core/places/geocode/index.ts'
import { comparisonKey } from '../src/core/values/text.ts'

const DATA = new URL('../../shared/data/geocoder-tester/france', import.meta.url).pathname
if (!existsSync(DATA)) {
  console.log(`geocoder-tester is not there (${DATA}): nothing to measure.`)
  process.exit(0)
}

interface Case {
  readonly file: string
  readonly query: string
  readonly number: string
  readonly street: string
  readonly city: string
}

function* csvFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) yield* csvFiles(join(folder, entry.name))
    else if (/(?:addresses|addresses_fuzzy|typo|user_input|abbreviations|fuzzy)\.csv$/.test(entry.name))
      yield join(folder, entry.name)
}

/** `expected_street`, or `expected_name` when it is « 34 Avenue de l'Opéra ». */
function readCases(path: string): Case[] {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  return data.flatMap(row => {
    const name = splitAddress(row.expected_name ?? '')
    const street = (row.expected_street?.trim() || (name.number === '' ? '' : name.street)).trim()
    const city = row.expected_city?.trim() || (/^75\d{3}$/.test(row.expected_postcode ?? '') ? 'Paris' : '')
    if (!row.query?.trim() || street === '' || city === '' || /^\d+$/.test(city)) return []
    return [
      {
        file: relative(DATA, path),
        query: row.query.trim(),
        number: row.expected_housenumber?.trim() || name.number,
        street,
        city,
      },
    ]
  })
}

const cases = [...csvFiles(DATA)].flatMap(readCases).sort((a, b) => (a.city + a.street < b.city + b.street ? -1 : 1))
const streets = [...new Map(cases.map(one => [comparisonKey(one.street), one.street])).values()].sort()
const postcodesOf = (city: string): string[] =>
  city === 'Paris' ? Array.from({ length: 20 }, (_, n) => String(75001 + n)) : []

/** Every street has the numbers 1 to 5 and those that the cases ask; the points are invented, one a number. */
function addressFile(city: string, without: string, distractors: readonly string[]): AddressPoint[] {
  const own = cases.filter(one => one.city === city)
  const names = new Map([...own.map(one => one.street), ...distractors].map(name => [comparisonKey(name), name]))
  names.delete(without)
  return [...names.values()].flatMap((street, s) =>
    [
      ...Array.from({ length: 5 }, (_, n) => String(n + 1)),
      ...own.filter(one => one.street === street).map(one => one.number),
    ]
      .filter(number => number !== '')
      .map((number, n) => ({
        number,
        street,
        postcode: '',
        insee: '00000',
        town: city,
        oldTown: '',
        aliases: [],
        locality: '',
        longitude: 2 + s / 1e4,
        latitude: 48 + n / 1e5,
      })),
  )
}

type Outcome = 'right' | 'wrong' | 'asked' | 'askedElse' | 'notFound'
const verbose = process.argv.includes('--wrong')

function judge({ query, street, city }: Case, index: ReturnType<typeof createAddressIndex>): Outcome {
  const { status, sure, found } = geocode(query, index, { insee: '00000', name: city, postcodes: postcodesOf(city) })
  const key = (text: string) => ` ${comparisonKey(text, { articles: 'drop' })} `
  const isRight = (label: string) => key(label).includes(key(street))
  if (found.length === 0) return 'notFound'
  if (sure || status === 'number-missing') return isRight(found[0]!.label) ? 'right' : 'wrong'
  return found.some(({ label }) => isRight(label)) ? 'asked' : 'askedElse'
}

function measure(name: string, chosen: readonly Case[], distractorCount: number, absent: boolean): void {
  const every = Math.max(1, Math.floor(streets.length / distractorCount))
  const distractors = streets.filter((_, at) => at % every === 0)
  const counts: Record<Outcome, number> = { right: 0, wrong: 0, asked: 0, askedElse: 0, notFound: 0 }
  let held: { id: string; index: ReturnType<typeof createAddressIndex> } | undefined
  let spent = 0
  for (const one of chosen) {
    const without = absent ? comparisonKey(one.street) : ''
    const id = `${one.city}\n${without}`
    if (held?.id !== id) held = { id, index: createAddressIndex(addressFile(one.city, without, distractors)) }
    const { index } = held
    const start = performance.now()
    const outcome = judge(one, index)
    spent += performance.now() - start
    counts[outcome]++
    if (verbose && (absent ? outcome === 'wrong' : outcome !== 'right'))
      console.log(
        `  ${outcome}: « ${one.query} » expects « ${one.street} », got`,
        geocode(one.query, index, { insee: '00000', name: one.city, postcodes: [] }).found.map(
          ({ label, score }) => `${label} ${score}`,
        ),
      )
  }
  const { right, wrong, asked, askedElse, notFound } = counts
  const percent = (part: number, whole: number) => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)} %`)
  console.log(
    [
      name.padEnd(34),
      String(chosen.length).padStart(6),
      percent(right, chosen.length).padStart(8),
      percent(right, right + wrong).padStart(10),
      String(wrong).padStart(6),
      String(asked).padStart(6),
      String(askedElse).padStart(11),
      String(notFound).padStart(10),
      `${(spent / chosen.length).toFixed(1)} ms`.padStart(9),
    ].join(' '),
  )
}

const fuzzy = cases.filter(({ file }) => /fuzzy/.test(file))
const users = cases.filter(({ file }) => /user_input|abbreviations/.test(file))
const clean = cases.filter(({ file }) => /test_addresses\.csv/.test(file))
console.log(`${cases.length} cases, ${streets.length} streets\n`)
console.log(
  'cases                               asked  placed  precision  wrong confirm  other cand. not found    a case',
)
for (const [name, chosen] of [
  ['clean', clean],
  ['fuzzy', fuzzy],
  ['people’s queries', users],
] as const) {
  measure(`${name}, 300 distractors`, chosen, 300, false)
  measure(
    `${name}, Paris, every street`,
    chosen.filter(({ city }) => city === 'Paris'),
    1e9,
    false,
  )
  measure(
    `${name}, street not in the file`,
    chosen.filter((_, at) => at % 4 === 0),
    300,
    true,
  )
}
