import { CkanProblem } from './problem.ts'

/** The part of Solr's language that catalogs are asked in: words, "phrases", prefix*, field:value, ranges, AND OR NOT + - and parentheses. */
export type Search =
  | { readonly type: 'all' }
  | { readonly type: 'and' | 'or'; readonly of: readonly Search[] }
  | { readonly type: 'not'; readonly of: Search }
  | { readonly type: 'is'; readonly field?: string; readonly text: string; readonly how: 'word' | 'phrase' | 'prefix' }
  | { readonly type: 'range'; readonly field: string; readonly from: string; readonly to: string }

interface Token {
  readonly kind: 'word' | 'phrase' | 'sign'
  readonly text: string
}
const TOKENS = /\s*(?:"((?:[^"\\]|\\.)*)"|([()[\]{}:]|&&|\|\|)|(\d{4}-\d\d-\d\dT[\d:.]+Z?|(?:\\.|[^\s()[\]{}:"\\])+))/gy
const MOST_LENGTH = 2000
const MOST_DEPTH = 20

export function parseSearch(text: string): Search {
  if (text.length > MOST_LENGTH) throw problem(text)
  const tokens = tokensOf(text.trim())
  const parser = new SearchParser(tokens, text)
  return tokens.length === 0 ? { type: 'all' } : parser.whole()
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  TOKENS.lastIndex = 0
  while (TOKENS.lastIndex < text.length) {
    const found = TOKENS.exec(text)
    if (!found) throw problem(text)
    const [, phrase, sign, word] = found
    if (phrase !== undefined) tokens.push({ kind: 'phrase', text: unescaped(phrase) })
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign })
    else tokens.push({ kind: 'word', text: word! })
  }
  return tokens
}

const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1')
const problem = (text: string): CkanProblem =>
  new CkanProblem('Search Query Error', `Search Query is invalid: « ${text.slice(0, 100)} »`)

class SearchParser {
  private at = 0
  private depth = 0
  constructor(
    private readonly tokens: readonly Token[],
    private readonly text: string,
  ) {}

  whole(): Search {
    const search = this.either()
    if (this.at < this.tokens.length) throw problem(this.text)
    return search
  }

  private either(): Search {
    const of = [this.all()]
    while (this.takes('OR', '||')) of.push(this.all())
    return of.length === 1 ? of[0]! : { type: 'or', of }
  }

  private all(): Search {
    const of = [this.one()]
    for (;;) {
      if (this.takes('AND', '&&')) of.push(this.one())
      else if (this.starts()) of.push(this.one())
      else return of.length === 1 ? of[0]! : { type: 'and', of }
    }
  }

  private one(): Search {
    if (this.takes('NOT', '!')) return { type: 'not', of: this.one() }
    const token = this.tokens[this.at]
    if (token?.kind === 'word' && /^[+-]./.test(token.text)) return this.signed(token)
    return this.term()
  }

  /** « -commune », « +"mots" » are one word to the eye; the sign is taken apart. */
  private signed({ text }: Token): Search {
    const rest = [...this.tokens]
    rest[this.at] = { kind: 'word', text: text.slice(1) }
    const inner = new SearchParser(rest, this.text)
    inner.at = this.at
    inner.depth = this.depth
    const of = inner.term()
    this.at = inner.at
    return text.startsWith('-') ? { type: 'not', of } : of
  }

  private term(field?: string): Search {
    const token = this.tokens[this.at++]
    if (!token) throw problem(this.text)
    if (token.kind === 'sign') return token.text === '(' ? this.inside(field) : this.range(token.text, field)
    const next = this.tokens[this.at]
    if (field === undefined && token.kind === 'word' && next?.kind === 'sign' && next.text === ':') {
      this.at++
      return token.text === '*' ? this.everything() : this.term(unescaped(token.text))
    }
    return leaf(token, field)
  }

  private everything(): Search {
    if (this.tokens[this.at++]?.text !== '*') throw problem(this.text)
    return { type: 'all' }
  }

  private inside(field: string | undefined): Search {
    if (++this.depth > MOST_DEPTH) throw problem(this.text)
    const search = this.either()
    if (!this.takesSign(')')) throw problem(this.text)
    this.depth--
    return field === undefined ? search : withField(search, field)
  }

  private range(open: string, field: string | undefined): Search {
    const [from, to] = [this.tokens[this.at], this.tokens[this.at + 2]]
    const isRange = (open === '[' || open === '{') && this.tokens[this.at + 1]?.text.toUpperCase() === 'TO'
    if (!isRange || field === undefined || !from || !to || to.kind === 'sign') throw problem(this.text)
    this.at += 3
    if (!this.takesSign(']', '}')) throw problem(this.text)
    return { type: 'range', field, from: from.text, to: to.text }
  }

  private takes(...words: readonly string[]): boolean {
    const token = this.tokens[this.at]
    const is = token !== undefined && token.kind !== 'phrase' && words.includes(token.text)
    if (is) this.at++
    return is
  }
  private takesSign(...signs: readonly string[]): boolean {
    const token = this.tokens[this.at]
    const is = token?.kind === 'sign' && signs.includes(token.text)
    if (is) this.at++
    return is
  }
  private starts(): boolean {
    const token = this.tokens[this.at]
    return (
      token !== undefined && (token.kind === 'sign' ? '([{'.includes(token.text) : !['OR', 'AND'].includes(token.text))
    )
  }
}

function leaf({ kind, text }: Token, field: string | undefined): Search {
  const said = field === undefined ? {} : { field }
  if (kind === 'phrase') return { type: 'is', ...said, text, how: 'phrase' }
  if (text === '*') return field === undefined ? { type: 'all' } : { type: 'is', field, text: '', how: 'prefix' }
  return text.endsWith('*') && !text.endsWith('\\*')
    ? { type: 'is', ...said, text: unescaped(text.slice(0, -1)), how: 'prefix' }
    : { type: 'is', ...said, text: unescaped(text), how: 'word' }
}

/** « tags:(vélo OR piste) ». */
function withField(search: Search, field: string): Search {
  switch (search.type) {
    case 'all':
      return { type: 'is', field, text: '', how: 'prefix' }
    case 'and':
    case 'or':
      return { ...search, of: search.of.map(one => withField(one, field)) }
    case 'not':
      return { ...search, of: withField(search.of, field) }
    case 'is':
      return { ...search, field: search.field ?? field }
    case 'range':
      return search
  }
}
