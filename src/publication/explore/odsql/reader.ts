import { misread } from './problem.ts'
import { RESERVED, type Token, tokensOf } from './tokens.ts'

const MOST_DEPTH = 60

/** Tokens read one after the other, with what was awaited when one is not there. */
export class Reader {
  private readonly tokens: readonly Token[]
  private at = 0
  private depth = 0
  constructor(private readonly text: string) {
    this.tokens = tokensOf(text)
  }

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)]!
  }
  next(): Token {
    const token = this.peek()
    if (token.kind !== 'end') this.at++
    return token
  }
  refuse(wanted: string): never {
    throw misread(this.text, this.peek().at, wanted)
  }
  end(): void {
    if (this.peek().kind !== 'end') this.refuse('la fin de la demande')
  }

  isSign(...signs: readonly string[]): boolean {
    const { kind, text } = this.peek()
    return kind === 'sign' && signs.includes(text)
  }
  isWord(...words: readonly string[]): boolean {
    const { kind, text } = this.peek()
    return kind === 'word' && words.includes(text.toLowerCase())
  }
  /** `name(`. */
  isCall(...names: readonly string[]): boolean {
    const after = this.peek(1)
    return this.isWord(...names) && after.kind === 'sign' && after.text === '('
  }
  takeSign(...signs: readonly string[]): string | undefined {
    return this.isSign(...signs) ? this.next().text : undefined
  }
  takeWord(...words: readonly string[]): string | undefined {
    return this.isWord(...words) ? this.next().text.toLowerCase() : undefined
  }
  sign(...signs: readonly string[]): string {
    return this.takeSign(...signs) ?? this.refuse(signs.map(sign => `« ${sign} »`).join(' ou '))
  }
  take(kind: Token['kind'], wanted: string): string {
    if (this.peek().kind !== kind) this.refuse(wanted)
    return this.next().text
  }
  number(wanted: string): number {
    const value = Number(this.peek().text)
    if (!Number.isFinite(value)) this.refuse(wanted)
    this.take('number', wanted)
    return value
  }
  quoted(): string {
    return this.take('text', 'un texte entre guillemets')
  }
  isField(): boolean {
    const { kind, text } = this.peek()
    return kind === 'field' || (kind === 'word' && !RESERVED.has(text.toLowerCase()))
  }
  field(): string {
    return this.isField() ? this.next().text : this.refuse('le nom d’un champ')
  }
  /** `as name`. */
  alias(): { readonly as?: string } {
    return this.takeWord('as') ? { as: this.field() } : {}
  }
  list<T>(read: () => T): T[] {
    const all = [read()]
    while (this.takeSign(',')) all.push(read())
    return all
  }
  /** What is inside something else, so many times at most. */
  deeper<T>(read: () => T): T {
    if (++this.depth > MOST_DEPTH) this.refuse('moins de parenthèses')
    const done = read()
    this.depth--
    return done
  }
}

/** The whole of a text, by one of the rules. */
export function readAll<T>(text: string, rule: (reader: Reader) => T): T {
  const reader = new Reader(text)
  const read = rule(reader)
  reader.end()
  return read
}
