import { keyText, streetKey } from '../places/address/street-key.ts'
import { isStreetOnly, streetType, typeSpelling } from '../places/address/street-types.ts'
import type { AddressIndex } from '../places/address-index.ts'
import { refuseNullWord } from './null-word.ts'
import { quoted } from './quoted.ts'
import { certain, doubtful, EMPTY, type Reading } from './reading.ts'
import { comparisonKey, oneLine, stripAccents } from './text.ts'

export interface StreetOptions {
  /** The town's streets: their official spelling is then the right one. */
  readonly addresses?: AddressIndex
}

/** The name of a street, its number before it if there is one: « 12 AV. DU GAL DE GAULLE » is « 12 avenue du Général de Gaulle ». */
export function readStreet(text: string, { addresses }: StreetOptions = {}): Reading {
  const line = oneLine(text)
  if (line === '') return EMPTY
  const nothing = refuseNullWord(line)
  if (nothing) return nothing
  const [, number = '', name = line] = /^(\d{1,4}(?:\s?(?:bis|ter|quater|[a-z]))?,?\s+)?(\D.*)$/i.exec(line) ?? []
  const official = addresses ? officialNames(name, addresses) : []
  if (official.length > 1)
    return doubtful(
      `Plusieurs rues peuvent être ${quoted(line)} : laquelle ?`,
      official.map(value => ({ value: number + value, reason: 'nom officiel' })),
    )
  const [known] = official
  const written = known === undefined ? tidyStreet(name) : keptCase(name, known)
  const low = isShouted(name) || /^\p{Ll}/u.test(name)
  const lead = number.replace(/,?\s+$/, ' ')
  const value =
    number === '' ? written : (isShouted(name) ? lead.toLowerCase() : lead) + (low ? lowerType(written) : written)
  if (value === text) return certain(value)
  return certain(value, known === undefined ? noteFor(name) : 'Nom officiel de la rue.')
}

const noteFor = (name: string): string =>
  isShouted(name)
    ? 'Abréviations et majuscules récrites ; les capitales n’ont pas d’accents : relisez-les.'
    : 'Abréviations écrites en toutes lettres.'

function officialNames(name: string, { byKey }: AddressIndex): string[] {
  const same = byKey.get(keyText(streetKey(name))) ?? []
  const names = [...new Set(same.map(street => street.name))]
  const written = names.filter(one => comparisonKey(one) === comparisonKey(name))
  return written.length > 0 ? written : names
}

/** « rue des Lilas » is as right as the official « Rue des Lilas »: capitals alone are not corrected, unless the whole text is in capitals. */
const keptCase = (name: string, official: string): string =>
  name.toLowerCase() === official.toLowerCase() && !isShouted(name) ? name : official

const isShouted = (text: string): boolean => /\p{Lu}.*\p{Lu}/su.test(text) && !/\p{Ll}/u.test(text)

/** After a number, French writes « 12 rue des Lilas »; « 12 Rue des Lilas », as address files do, is left alone. */
const lowerType = (name: string): string =>
  name.replace(/^\p{Lu}[\p{Ll}-]+/u, word =>
    isStreetOnly(stripAccents(word).toLowerCase().replace('-', ' ')) ? word.toLowerCase() : word,
  )

/** Types whose short form is never a word: « r » and « ch » are, unless an article follows. */
const SURE = new Set('av ave bd bld blvd bvd boul imp chem pl all rte sq'.split(' '))
const WITH_ARTICLE = new Set(['r', 'ch', 'che'])
const ARTICLE = /^(?:de|du|des|d|la|le|les|l)$/

function tidyStreet(name: string): string {
  const shouted = isShouted(name)
  const words = name
    .replace(/(?<!\p{L})(ste?)-(?=\p{L})/giu, '$1 ')
    .split(' ')
    .filter(word => word !== '')
  const full = words.map((word, at) => longWord(word, at, words))
  const text = full.join(' ').replace(/(?<!\p{L})(saint|sainte) (?=\p{L})/giu, '$1-')
  return shouted ? properCase(text) : text
}

function longWord(word: string, at: number, words: readonly string[]): string {
  const short = stripAccents(word).toLowerCase().replace(/\.$/, '')
  const next = stripAccents(words[at + 1] ?? '').toLowerCase()
  const article = ARTICLE.test(next) || /^(?:d|l)['’]/.test(next)
  if (at === 0 && next !== '' && (SURE.has(short) || (WITH_ARTICLE.has(short) && article)))
    return sameCase(word, typeSpelling(streetType(short)!))
  if (/^ste?$/.test(short) && next !== '') return sameCase(word, short === 'st' ? 'saint' : 'sainte')
  // « du Gal de Gaulle »: a title stands after « du » and before a name.
  const before = (words[at - 1] ?? '').toLowerCase()
  const title = Object.hasOwn(TITLES, short) ? TITLES[short] : undefined
  return title !== undefined && before === 'du' && next !== '' ? sameCase(word, title) : word
}

const TITLES: Readonly<Record<string, string>> = {
  gal: 'général',
  gén: 'général',
  gen: 'général',
  mal: 'maréchal',
  dr: 'docteur',
  pdt: 'président',
  col: 'colonel',
  cdt: 'commandant',
  cne: 'capitaine',
  lt: 'lieutenant',
  pr: 'professeur',
}

/** As the person wrote the short form: « Av. » gives « Avenue », « AV » gives « AVENUE », « av » gives « avenue ». */
function sameCase(like: string, word: string): string {
  if (!/^\p{Lu}/u.test(like)) return word
  return /\p{Ll}/u.test(like) ? capital(word) : word.toUpperCase()
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const SMALL = new Set('de du des d la le les l à au aux et en sur sous lès'.split(' '))
const KEPT = /^(?:Z[AI]|ZAC|ZAE|HLM|BP|CS|TSA|[NDC]\d+|RN\d*|RD\d*|[IVX]{2,}|I[VX])$/

/** « RUE DE L'EGLISE » gives « Rue de l'Église ». Accents come back to words that have no other spelling. */
function properCase(text: string): string {
  return text.replace(/[\p{L}\d]+/gu, (word, at: number) => {
    if (KEPT.test(word)) return word
    const small = word.toLowerCase()
    const spelled = ACCENTED.get(stripAccents(small)) ?? small
    return at > 0 && SMALL.has(small) ? small : capital(spelled)
  })
}

const ACCENTED = new Map(
  `général maréchal président église écoles école collège lycée république liberté égalité fraternité libération résistance château hôpital
  cité allée allées chaussée montée résidence vallée forêt fontaine étang théâtre pépinière cimetière rivière évêché abbé président européenne
  musée poète déportés fusillés métairie carrières carrière clé février août décembre`
    .split(/\s+/)
    .map(word => [stripAccents(word), word]),
)
