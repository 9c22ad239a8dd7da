import { type Lexeme, lexemes } from './lexemes.ts'
import { misspelt } from './misspelt.ts'
import type { Meaning, Token, Weekday } from './tokens.ts'
import { isFullName, LONGEST_PHRASE, meaningOf } from './vocabulary.ts'

/** The text as tokens that mean something; a word that means nothing is kept, `unknown`. */
export function tokenise(text: string): Token[] {
  const all = lexemes(text)
  const tokens: Token[] = []
  for (let at = 0; at < all.length; ) {
    const { token, next } = tokenAt(text, all, at)
    tokens.push(token)
    at = skipAbbreviationPoint(all, next, token)
  }
  return tokens.map(token => ({ ...token, ...inItsText(token, tokens) }))
}

/** What a word means once the whole text is known. */
function inItsText(token: Token, tokens: readonly Token[]): Meaning | { is: 'unknown' } | undefined {
  if (token.is === 'maybe-day') return certainDay(token.days, tokens)
  if (token.is !== 'some-holidays') return undefined
  const namesSchool = tokens.some(({ is }) => is === 'school-holidays' || is === 'school-time')
  return namesSchool ? { is: 'school-holidays' } : UNDATED_HOLIDAYS
}

const UNDATED_HOLIDAYS: Meaning = {
  is: 'blocker',
  why: 'ces vacances n’ont pas de dates ici',
  ask: 'Quelles sont les dates de ces vacances ?',
}

/** « lundi, mardi, merdi, jeudi »: the only one of its days that is not named elsewhere. */
function certainDay(days: readonly Weekday[], tokens: readonly Token[]): Meaning | { is: 'unknown' } {
  const free = days.filter(day => !tokens.some(token => token.is === 'day' && token.day === day))
  return free.length === 1 ? { is: 'day', day: free[0]!, several: false } : { is: 'unknown' }
}

interface Found {
  readonly token: Token
  readonly next: number
}

function tokenAt(text: string, all: readonly Lexeme[], at: number): Found {
  const lexeme = all[at]!
  const place = { start: lexeme.start, end: lexeme.end, text: text.slice(lexeme.start, lexeme.end) }
  switch (lexeme.kind) {
    case 'mark':
      return { token: { ...place, is: 'mark', mark: lexeme.mark }, next: at + 1 }
    case 'always':
      return { token: { ...place, is: 'always' }, next: at + 1 }
    case 'every-day':
      return { token: { ...place, is: 'days', days: [0, 1, 2, 3, 4, 5, 6] }, next: at + 1 }
    case 'ordinal':
      return { token: { ...place, is: 'ordinal', value: lexeme.value }, next: at + 1 }
    case 'word':
    case 'digits':
      return phraseAt(text, all, at) ?? { token: alone(lexeme, place), next: at + 1 }
  }
}

function alone(
  lexeme: Extract<Lexeme, { kind: 'word' | 'digits' }>,
  place: { start: number; end: number; text: string },
): Token {
  if (lexeme.kind === 'word') return { ...place, ...(misspelt(lexeme.word) ?? { is: 'unknown' }) }
  const { digits } = lexeme
  switch (digits.is) {
    case 'clock':
      return { ...place, is: 'clock', minutes: digits.minutes }
    case 'number':
      return { ...place, is: 'number', value: digits.value }
    case 'odd':
      return { ...place, is: 'unknown' }
  }
}

/** The longest known phrase that begins here; its words may be joined by blanks, an apostrophe or a hyphen. */
function phraseAt(text: string, all: readonly Lexeme[], at: number): Found | undefined {
  let phrase = ''
  let best: Found | undefined
  for (let next = at, words = 0; words < LONGEST_PHRASE; words++) {
    const piece = wordOf(all[next])
    if (piece === undefined) break
    phrase = phrase === '' ? piece : `${phrase} ${piece}`
    const meaning = meaningOf(phrase)
    const [start, end] = [all[at]!.start, all[next]!.end]
    next++
    if (meaning) best = { token: { start, end, text: text.slice(start, end), ...meaning }, next }
    if (isJoint(text, all, next)) next++
  }
  return best
}

function wordOf(lexeme: Lexeme | undefined): string | undefined {
  if (lexeme?.kind === 'word') return lexeme.word
  return lexeme?.kind === 'digits' && lexeme.digits.is === 'number' ? String(lexeme.digits.value) : undefined
}

/** An apostrophe, or a hyphen that touches both words: « l'après-midi », not « mardi - jeudi ». */
function isJoint(text: string, all: readonly Lexeme[], at: number): boolean {
  const lexeme = all[at]
  if (lexeme?.kind !== 'mark') return false
  if (lexeme.mark === "'") return true
  return lexeme.mark === '-' && /\p{L}/u.test(text[lexeme.start - 1] ?? '') && /\p{L}/u.test(text[lexeme.end] ?? '')
}

/** The point of « lun. », « sept. », « rdv. » ends no sentence. */
function skipAbbreviationPoint(all: readonly Lexeme[], at: number, token: Token): number {
  const lexeme = all[at]
  const point = lexeme?.kind === 'mark' && lexeme.mark === '.' && lexeme.start === token.end
  const short = (token.is === 'day' || token.is === 'month') && !isFullName(token.text)
  return point && (short || /^rdv$/i.test(token.text)) ? at + 1 : at
}
