import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'

/** 256 random bits for a cookie, a mailed link, a link without an account: shown once, never kept. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret: a copy of the database opens nothing. No salt: 256 random bits cannot be guessed from their hash. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Of this process alone: what is short enough to be guessed from its hash (six digits) is hashed with it, and forgotten at a restart. */
const KEY = randomBytes(32)
export const keyedHashOf = (text: string): string => createHmac('sha256', KEY).update(text).digest('hex')

export const sixDigits = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** Eight signs that nobody takes for one another, read on a terminal and typed by hand: « K7RM-3XPA ». */
export function newStartCode(): string {
  const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
  const four = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
  return `${four()}-${four()}`
}
