import { comparisonKey } from '../../values/text.ts'
import { hmacSha256 } from './sha256.ts'

/** Crockford's alphabet: no letter that is taken for a figure. */
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz'
const CODE = /^p-([0-9a-hjkmnp-tv-z]{10})([0-9a-hjkmnp-tv-z]{4})$/

/**
 * A short code for a person: the same for the same text (case, accents and spaces apart), in all the versions that share the salt; without the salt
 * nobody comes back to the text, not even by trying names. Its last four signs tell that we made it: a code is left as it is.
 */
export function pseudonym(text: string, salt: string): string {
  if (text.trim() === '') return text
  const code = CODE.exec(text)
  if (code && seal(code[1]!, salt) === code[2]) return text
  const body = signs(hmacSha256(salt, `person:${comparisonKey(text) || text}`), 10)
  return `p-${body}${seal(body, salt)}`
}

const seal = (body: string, salt: string): string => signs(hmacSha256(salt, `seal:${body}`), 4)

const signs = (bytes: Uint8Array, many: number): string =>
  [...bytes.slice(0, many)].map(byte => SIGNS[byte % 32]).join('')
