import { oneLine, stripAccents } from '../../values/text.ts'
import { isStreetOnly, streetType } from './street-types.ts'

/** An address taken apart; '' when a part is absent. Nothing of the text is lost but « CEDEX », kept in `cedex`. */
export interface SplitAddress {
  /** « 12 », « 12 bis », « 12-14 » as written, without useless zeros. */
  readonly number: string
  readonly street: string
  readonly postcode: string
  readonly town: string
  /** Building, floor, letter box, name of the place: « Mairie », « Bâtiment B », « BP 12 ». */
  readonly complement: string
  /** « CEDEX », « CEDEX 2 »: its postcode is not that of the commune. */
  readonly cedex: string
}

/** « 12 bis rue des Lilas 78680 Épône »: what the shape alone tells, without any list of streets nor towns. */
export function splitAddress(text: string): SplitAddress {
  const { before, postcode, town, after } = takePostcode(text)
  const cedex = /\bcedex\b(?:\s*\d{1,2}\b)?/i.exec(town)
  const { kept, complements } = takeComplements(before)
  const { number, street, others } = takeStreet(segments(kept))
  return {
    number: number.replace(/(?<!\d)0+(?=\d)/g, ''),
    street,
    postcode,
    town: trimmed(cedex ? town.replace(cedex[0], '') : town),
    complement: [...others, ...complements, ...segments(after)].filter(part => part !== '').join(', '),
    cedex: cedex?.[0].replace(/\s+/g, ' ').toUpperCase() ?? '',
  }
}

const NUMBER = String.raw`\d{1,4}(?:[\s-]?(?:bis|ter|quater|quinquies|sexies|[a-z](?!\s+(?:la|le|les|l|aux)\b))(?![\p{L}\p{N}'’]))?`
const NUMBERS = String.raw`(?:n\s?[°ºo]\s?|num[eé]ro\s|num\.?\s)?(${NUMBER}(?:\s?(?:[-–/,&]|à|et|au)\s?${NUMBER})*)`
const AT_START = new RegExp(String.raw`^${NUMBERS}(?:\s*[,:]\s*|\s+|(?<=\D)(?=\p{L}))(?=\p{L})`, 'iu')
const ALONE = new RegExp(`^${NUMBERS}$`, 'iu')
const MONTH = /^(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b/

const trimmed = (text: string): string => text.replace(/^[\s,;:()–—-]+|[\s,;:(–—-]+$/g, '').trim()

interface Around {
  readonly before: string
  readonly postcode: string
  readonly town: string
  readonly after: string
}

/** The last five digits that are no letter box: the town follows them or, at the end, stands just before. */
function takePostcode(text: string): Around {
  const line = oneLine(text.replace(/[\r\n]+/g, ', '))
  const found = [
    ...line.matchAll(/(?<![\d.,]|\b(?:bp|cs|tsa|cidex)\s?n?°?\s?)(?:\bF-)?(\d{5}|\d{2}\s\d{3})(?![\d]|[.,]\d)/gi),
  ].pop()
  if (!found || (found.index === 0 && opensStreet(line.slice(found[0].length))))
    return { before: line, postcode: '', town: '', after: '' }
  const postcode = found[1]!.replace(/\s/, '')
  const [before, rest] = [line.slice(0, found.index), line.slice(found.index + found[0].length)]
  if (trimmed(rest) === '') return { ...townAtEnd(before), postcode, after: '' }
  const cut = /[,;()]|\s[-–—]\s|\s(?=\d{1,4}\s?(?:bis|ter)?,?\s\p{L}+\s)/iu.exec(
    rest.replace(/^[\s,;:()–—-]+/, match => ' '.repeat(match.length)),
  )
  const [town, after] = cut ? [rest.slice(0, cut.index), rest.slice(cut.index)] : [rest, '']
  const inverted = trimmed(before) === '' && trimmed(after) !== ''
  return { before: inverted ? after : before, postcode, town: trimmed(town), after: inverted ? '' : trimmed(after) }
}

/** « 12 rue des Lilas, Épône (78680) »: a last segment of its own, that is neither a street nor a complement. */
function townAtEnd(before: string): { before: string; town: string } {
  const parts = segments(before.replace(/\($/, ''))
  const last = parts.at(-1) ?? ''
  const isTown = parts.length > 1 && !/\d/.test(last) && !opensStreet(last)
  return isTown ? { before: parts.slice(0, -1).join(', '), town: last } : { before: trimmed(before), town: '' }
}

const CODE = String.raw`(?:n\s?°\s?)?(?:[a-z]?\d{1,4}[a-z]?|[a-z])(?![\p{L}\p{N}'’°])`
const COMPLEMENTS = [
  String.raw`(?:bp|b\.p\.|cs|tsa|cidex)\s?(?:n\s?°\s?)?\d[\d ]{0,6}(?!\d)`,
  String.raw`\d{1,2}\s?(?:er|e|[eè]me|nd)\s+[eé]tage`,
  String.raw`(?:b[aâ]t(?:iment|\.)?|apt\.?|appt\.?|app\.|appartement|esc(?:alier|\.)?|cage|porte|hall|entr[eé]e|[eé]tage|[eé]t\.|immeuble|imm\.?|bureau|bo[iî]te)\s?${CODE}`,
  '(?:rdc|rez[ -]de[ -]chauss[eé]e)',
].map(one => new RegExp(String.raw`(?<![\p{L}\p{N}'’]|\b(?:de|du|des|la|le)\s)${one}(?!\p{L})`, 'giu'))

/** « Bâtiment B », « 2e étage », « BP 12 », wherever they stand. */
function takeComplements(text: string): { kept: string; complements: string[] } {
  const complements: string[] = []
  let kept = text
  for (const pattern of COMPLEMENTS)
    kept = kept.replace(pattern, found => {
      complements.push(found.trim())
      return ', '
    })
  return { kept, complements }
}

/** Cut at commas and at dashes between spaces, but not between two numbers: « 12 - 14 rue ». A number alone goes with what follows it. */
function segments(text: string): string[] {
  const parts = text
    .split(/[,;]|(?<!\d)\s+[-–—]\s+|\s+[-–—]\s+(?!\d)/)
    .map(trimmed)
    .filter(part => part !== '')
  const joined: string[] = []
  let numbers = ''
  for (const part of parts) {
    const isNumber = ALONE.test(part)
    joined.push(...(isNumber ? [] : [numbers + part]))
    numbers = isNumber ? `${numbers}${part}, ` : ''
  }
  return numbers === '' ? joined : [...joined, trimmed(numbers)]
}

interface Found {
  readonly number: string
  readonly street: string
  readonly others: readonly string[]
}

/** The segment that holds the street: a number and a street's word, else a street's word, else a number, else the first. */
function takeStreet(parts: readonly string[]): Found {
  const ranked = parts.map((part, at) => ({ at, ...readSegment(part) })).sort((a, b) => b.rank - a.rank || a.at - b.at)
  const best = ranked[0]
  if (!best) return { number: '', street: '', others: [] }
  const next = best.number === '' ? parts[best.at + 1] : undefined
  const after = next !== undefined && best.rank >= 2 ? ALONE.exec(next) : null
  const taken = after ? [best.at, best.at + 1] : [best.at]
  return {
    number: best.number || after?.[1] || '',
    street: best.street,
    others: [...(best.place ? [best.place] : []), ...parts.filter((_, at) => !taken.includes(at))],
  }
}

function readSegment(part: string): { rank: number; number: string; street: string; place: string } {
  const start = AT_START.exec(part)
  const isDate = start !== null && MONTH.test(stripAccents(part.slice(start[0].length)).toLowerCase())
  if (start && !isDate) {
    const street = part.slice(start[0].length)
    return { rank: opensStreet(street) ? 4 : 1, number: start[1]!.trim(), street, place: '' }
  }
  if (opensStreet(part, true)) return { rank: 2, ...numberAtEnd(part), place: '' }
  const inside = numberInside(part)
  if (inside) return { rank: 3, ...inside }
  return { rank: opensStreet(part) ? 1.5 : 0, number: '', street: part, place: '' }
}

/** « Rue des Lilas n° 12 ». Without the sign, the last number may belong to the name: « rue du 8 mai 1945 ». */
function numberAtEnd(part: string): { number: string; street: string } {
  const found = new RegExp(String.raw`\s(?=n\s?[°º])${NUMBERS}$`, 'iu').exec(part)
  return found ? { number: found[1]!, street: part.slice(0, found.index).trim() } : { number: '', street: part }
}

/** « Mairie 1 place de la République », « Gymnase rue du Stade »: the place first. */
function numberInside(part: string): { number: string; street: string; place: string } | undefined {
  for (const gap of part.matchAll(/\s+(?=\d)/g)) {
    const rest = part.slice(gap.index).trim()
    const start = AT_START.exec(rest)
    if (start && opensStreet(rest.slice(start[0].length), true))
      return { number: start[1]!, street: rest.slice(start[0].length), place: part.slice(0, gap.index).trim() }
  }
  return undefined
}

/** True when the text begins with a street's word; `strict`: with one that never opens the name of a place. */
function opensStreet(text: string, strict = false): boolean {
  const words = stripAccents(text)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const type = streetType(words[0] ?? '') ?? streetType(words.slice(0, 2).join(' '))
  return type !== undefined && words.length > 1 && (!strict || isStreetOnly(type))
}
