import { stripAccents } from '../../values/text.ts'
import { ALONE, AT_START, NUMBERS, opensStreet } from './segments.ts'

interface Found {
  readonly number: string
  readonly street: string
  readonly others: readonly string[]
}

/** The segment that holds the street: a number and a street's word, else a street's word, else a number, else the first. */
export function takeStreet(parts: readonly string[]): Found {
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

const MONTH = /^(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b/

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

const AT_END = new RegExp(String.raw`\s(?=n\s?[°º])${NUMBERS}$`, 'iu')

/** « Rue des Lilas n° 12 ». Without the sign, the last number may belong to the name: « rue du 8 mai 1945 ». */
function numberAtEnd(part: string): { number: string; street: string } {
  const found = AT_END.exec(part)
  return found ? { number: found[1]!, street: part.slice(0, found.index).trim() } : { number: '', street: part }
}

/** « Mairie 1 place de la République »: the place first. */
function numberInside(part: string): { number: string; street: string; place: string } | undefined {
  for (const gap of part.matchAll(/\s+(?=\d)/g)) {
    const rest = part.slice(gap.index).trim()
    const start = AT_START.exec(rest)
    // « face au 12 rue des Lilas » is not at number 12.
    const isNear = /(?:^|\s)(?:à|au|aux|de|du|des|le|et|ou)$/iu.test(part.slice(0, gap.index))
    if (start && !isNear && opensStreet(rest.slice(start[0].length), true))
      return { number: start[1]!, street: rest.slice(start[0].length), place: part.slice(0, gap.index).trim() }
  }
  return undefined
}
