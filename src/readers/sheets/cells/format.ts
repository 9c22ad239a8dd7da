import { formatMoment } from './format-date.ts'
import { formatNumber } from './format-number.ts'
import { momentOf } from './serial.ts'
import { simpleNumber } from './simple-number.ts'

/** A number format made ready: what kind of value it shows, and how. */
export interface CellFormat {
  readonly code: string
  /** 'elapsed' is a duration ([h]:mm). */
  readonly kind: 'number' | 'date' | 'datetime' | 'time' | 'elapsed'
  /** What a French spreadsheet shows of this value: decimal comma, months in French. */
  show(value: number, date1904: boolean): string
}

/** One piece of a format code: a letter run, a literal, a digit place… */
export interface FormatToken {
  readonly type: 'literal' | 'letters' | 'mark' | 'elapsed'
  readonly text: string
}

/** Reads a format code (ECMA-376 Part 1, 18.8.31). Colours, languages and conditions are dropped; a code that makes no sense shows plainly. */
export function compileFormat(code: string): CellFormat {
  const sections = splitSections(code)
    .slice(0, 4)
    .map(section => {
      const tokens = tokenize(section)
      return { tokens, simple: simpleNumber(tokens) }
    })
  const first = sections[0]?.tokens ?? []
  const kind = kindOf(first)
  return {
    code,
    kind,
    show(value, date1904) {
      if (kind === 'number') return formatNumber(value, sections)
      const moment = momentOf(value, date1904)
      return moment === undefined ? formatNumber(value, []) : formatMoment(moment, value, first)
    },
  }
}

function kindOf(tokens: readonly FormatToken[]): CellFormat['kind'] {
  if (tokens.some(token => token.type === 'elapsed')) return 'elapsed'
  const letters = tokens.filter(token => token.type === 'letters').map(token => token.text[0]!)
  const time = letters.some(letter => letter === 'h' || letter === 's' || letter === 'a')
  const day = letters.some(letter => letter === 'y' || letter === 'd') || (letters.includes('m') && !time)
  if (day) return time ? 'datetime' : 'date'
  return time ? 'time' : 'number'
}

/** `;` outside quotes, escapes and brackets. */
function splitSections(code: string): string[] {
  return code.match(/(?:"[^"]*"?|\\.|[_*].|\[[^\]]*\]?|[^;"\\])*(?:;|$)/g)?.map(part => part.replace(/;$/, '')) ?? []
}

const PIECE =
  /"([^"]*)"?|\\(.)|_.|\*.|\[(h+|m+|s+)\]|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|(General|Standard)|(AM\/PM|A\/P)|(y+|m+|d+|h+|s+|e+(?![+-])|b+|g+)|(E[+-])|([#0?.,%@/])|([\s\S])/gi

export function tokenize(section: string): FormatToken[] {
  const tokens: FormatToken[] = []
  for (const [
    whole,
    quoted,
    escaped,
    elapsed,
    currency,
    general,
    ampm,
    letters,
    exponent,
    mark,
    other,
  ] of section.matchAll(PIECE)) {
    const literal = quoted ?? escaped ?? currency ?? other
    if (elapsed !== undefined) tokens.push({ type: 'elapsed', text: elapsed.toLowerCase() })
    else if (general !== undefined) tokens.push({ type: 'mark', text: 'General' })
    else if (ampm !== undefined) tokens.push({ type: 'letters', text: 'am' })
    else if (letters !== undefined) tokens.push({ type: 'letters', text: letters.toLowerCase() })
    else if (exponent !== undefined || mark !== undefined) tokens.push({ type: 'mark', text: whole.toUpperCase() })
    else if (literal !== undefined) tokens.push({ type: 'literal', text: literal })
    else if (whole[0] === '_') tokens.push({ type: 'literal', text: ' ' })
  }
  return tokens
}
