import { misread } from './problem.ts'

export interface Token {
  readonly kind: 'word' | 'field' | 'text' | 'number' | 'date' | 'geometry' | 'sign' | 'end'
  readonly text: string
  readonly at: number
}

/** Words that are no field unless they are between backquotes. */
export const RESERVED: ReadonlySet<string> = new Set(
  (
    'and as asc avg by count date_format day dayofweek desc equi false group hour in is like or limit lower max millisecond min ' +
    'minute month not null quarter range second select sum top true upper where year to'
  ).split(' '),
)

const QUOTED = String.raw`"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'`
const TOKEN = new RegExp(
  String.raw`(?<space>\s+)|(?<literal>(?:date|geom)(?:${QUOTED}))|(?<text>${QUOTED})|(?<field>\x60(?:[^\x60]|\x60\x60)+\x60)` +
    String.raw`|(?<number>\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(?<word>[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*)` +
    String.raw`|(?<sign>\.\.|!=|<>|<=|>=|[-+*/(),:=<>[\]])`,
  'iuy',
)
const MOST_LENGTH = 20_000

/** A query taken apart; what is no part of the language is refused where it stands. */
export function tokensOf(text: string): Token[] {
  if (text.length > MOST_LENGTH) throw misread(text.slice(0, 40), 0, `${MOST_LENGTH} signes au plus`)
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex
    const groups = TOKEN.exec(text)?.groups
    if (!groups) throw misread(text, at, 'une suite de la demande')
    const token = tokenOf(groups, at)
    if (token) tokens.push(token)
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }]
}

type Groups = Readonly<Record<string, string | undefined>>

function tokenOf({ literal, text, field, number, word, sign }: Groups, at: number): Token | undefined {
  if (literal !== undefined) {
    const kind = literal[0]!.toLowerCase() === 'd' ? 'date' : 'geometry'
    return { kind, text: unquoted(literal.slice(4)), at }
  }
  if (text !== undefined) return { kind: 'text', text: unquoted(text), at }
  if (field !== undefined) return { kind: 'field', text: field.slice(1, -1).replaceAll('``', '`'), at }
  if (number !== undefined) return { kind: 'number', text: number, at }
  if (word !== undefined) return { kind: 'word', text: word, at }
  return sign === undefined ? undefined : { kind: 'sign', text: sign === '<>' ? '!=' : sign, at }
}

const unquoted = (quoted: string): string => quoted.slice(1, -1).replace(/\\([\s\S])/g, '$1')
