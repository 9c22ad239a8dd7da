import { stripAccents } from '../../values/text.ts'
import { isStreetOnly, streetType } from './street-types.ts'

const NUMBER = String.raw`\d{1,4}(?:[\s-]?(?:bis|ter|quater|quinquies|sexies|[a-z](?!\s+(?:la|le|les|l|aux)\b|(?<=r)\s+(?:d|de|du|des)\b))(?![\p{L}\p{N}'’]))?`
export const NUMBERS = String.raw`(?:n\s?[°ºo]\s?|num[eé]ro\s|num\.?\s)?(${NUMBER}(?:\s?(?:[-–/,&]|à|et|au)\s?${NUMBER})*)`
/** A house number, or several, before a street. */
export const AT_START = new RegExp(String.raw`^${NUMBERS}(?:\s*[,:]\s*|\s+|(?<=\D)(?=\p{L}))(?=\p{L})`, 'iu')
export const ALONE = new RegExp(`^${NUMBERS}$`, 'iu')
/** Without the marks that only part it from its neighbours. */
export const trimmed = (text: string): string => text.replace(/^[\s,;:()–—-]+|[\s,;:(–—-]+$/g, '').trim()

/** Cut at commas and at dashes between spaces, but not between two numbers: « 12 - 14 rue ». A number alone goes with what follows it. */
export function segments(text: string): string[] {
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

/** True when the text begins with a street's word; `strict`: with one that never opens the name of a place. */
export function opensStreet(text: string, strict = false): boolean {
  const words = stripAccents(text)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const type = streetType(words[0] ?? '') ?? streetType(words.slice(0, 2).join(' '))
  return type !== undefined && words.length > 1 && (!strict || isStreetOnly(type))
}
