import { oneLine } from '../../values/text.ts'
import { takeComplements } from './complements.ts'
import { takeStreet } from './find-street.ts'
import { opensStreet, segments, trimmed } from './segments.ts'

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

/** No address is that long: a text that is, is left whole. */
const LONGEST = 300

/** « 12 bis rue des Lilas 78680 Épône »: what the shape alone tells, without any list of streets nor towns. */
export function splitAddress(text: string): SplitAddress {
  if (text.length > LONGEST) return { number: '', street: text, postcode: '', town: '', complement: '', cedex: '' }
  const { before, postcode, town, after } = takePostcode(text)
  const cedex = /\bcedex\b(?:\s*\d{1,2}\b)?/i.exec(town)
  const { kept, complements } = takeComplements(asideAsSegments(before))
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

/** « 12 rue des Lilas (près du lavoir) », « 4 rue Haute lieu-dit Le Bas »; but « Lilas (rue des) » is one name. */
const asideAsSegments = (text: string): string =>
  text
    .replace(/\(([^()]*)\)/g, (whole, inside: string) => (opensStreet(`${inside} x`) ? whole : `, ${inside}, `))
    .replace(/(?<=[\p{L}\d])\s+(?=lieu[ -]?dit\s)/giu, ', ')

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
