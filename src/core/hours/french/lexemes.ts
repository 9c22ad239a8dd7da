import { stripAccents } from '../../values/text.ts'
import { type Digits, digitsAt } from './clock-at.ts'

/** A piece of the text, before its meaning: a word folded to lower case without accents, digits, or a mark. Blanks are nothing. */
export type Lexeme = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'digits'; readonly digits: Digits }
  | { readonly kind: 'ordinal'; readonly value: number }
  | { readonly kind: 'always' }
  | { readonly kind: 'every-day' }
  | { readonly kind: 'mark'; readonly mark: string }
)

const BLANK = /[^\S\n]+/y
const ALWAYS = /24\s?(?:h(?:eures?)?)?\s?(?:\/|sur)\s?24(?:\s?h(?:eures?)?)?(?![\p{L}\d])/iuy
const EVERY_DAY = /7\s?(?:j(?:ours?)?)?\s?(?:\/|sur)\s?7(?:\s?j(?:ours?)?)?(?![\p{L}\d:])/iuy
const ORDINAL = /(\d{1,2})\s?(?:ers?|ères?|eres?|e|[èe]mes?|i[èe]mes?|nde?s?|°)(?![\p{L}\d])/iuy
const WORD = /[\p{L}\p{M}]+/uy
const DASHES = /[-‐-―−>→⇒]+/y

/** Every character of the text is in one lexeme, or is a blank. */
export function lexemes(text: string): Lexeme[] {
  const found: Lexeme[] = []
  for (let at = 0; at < text.length; ) {
    const blank = match(BLANK, text, at)
    if (blank) at += blank[0].length
    else {
      const lexeme = lexemeAt(text, at)
      found.push(lexeme)
      at = lexeme.end
    }
  }
  return found
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function lexemeAt(text: string, start: number): Lexeme {
  if (/\d/.test(text[start]!)) return digitsLexeme(text, start)
  const word = match(WORD, text, start)?.[0]
  if (word) return { kind: 'word', word: folded(word), start, end: start + word.length }
  const dashes = match(DASHES, text, start)?.[0]
  if (dashes) return { kind: 'mark', mark: dashes.length > 1 ? '--' : '-', start, end: start + dashes.length }
  const mark = String.fromCodePoint(text.codePointAt(start)!)
  return { kind: 'mark', mark: SAME_MARKS[mark] ?? mark, start, end: start + mark.length }
}

/** « dès » without its accent would be « des ». */
const folded = (word: string): string => {
  const lower = word.normalize('NFC').toLowerCase()
  return lower === 'dès' ? lower : stripAccents(lower)
}

const SAME_MARKS: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  '•': '*',
  '·': '*',
  '|': ';',
  '[': '(',
  ']': ')',
}

function digitsLexeme(text: string, start: number): Lexeme {
  const always = match(ALWAYS, text, start)?.[0]
  if (always) return { kind: 'always', start, end: start + always.length }
  const everyDay = match(EVERY_DAY, text, start)?.[0]
  if (everyDay) return { kind: 'every-day', start, end: start + everyDay.length }
  const ordinal = match(ORDINAL, text, start)
  if (ordinal) return { kind: 'ordinal', value: Number(ordinal[1]), start, end: start + ordinal[0].length }
  const digits = digitsAt(text, start)
  return { kind: 'digits', digits, start, end: digits.end }
}
