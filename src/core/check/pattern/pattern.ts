import { RE2JS } from 're2js'
import { countChoices } from './choices.ts'

/** A schema's pattern, ready to judge whole cells (`undefined`: this text cannot be judged in a reasonable time); or why it cannot be. */
export type Pattern = { readonly test: (text: string) => boolean | undefined } | { readonly unusable: string }

/** Steps that JavaScript's engine may take for one cell: about a hundredth of a second. */
const MOST_STEPS = 1_000_000

/**
 * As frictionless 4.38 does (frictionless/field.py): Python's `^pattern$` without a group around, so that the alternatives of `a|b` are `^a` and `b$`.
 * A text for which JavaScript's engine could take an endless time is judged by a linear-time engine (RE2); where that one cannot express the
 * pattern either (look-around, back-reference), nothing is said of the text but that it was not judged.
 */
export function compilePattern(pattern: string): Pattern {
  const whole = `^${inJavaScript(pattern)}$`
  const quick = quickEngine(whole)
  if (!quick) return { unusable: 'ce motif est mal écrit dans le modèle' }
  const linear = linearEngine(whole)
  const longest = longestText(whole)
  if (!linear && longest < 1) return { unusable: 'ce motif pourrait demander un temps sans fin' }
  const judge = (text: string) =>
    text.length <= longest ? quick.test(text) : linear ? linear.matcher(text).find() : undefined
  // Python's `$` also stands before a last line ending.
  return {
    test: text => {
      const found = judge(text)
      return found || !text.endsWith('\n') ? found : judge(text.slice(0, -1))
    },
  }
}

/** Python's way of writing what JavaScript writes otherwise; its `\w` knows accents. */
function inJavaScript(pattern: string): string {
  let written = ''
  let inClass = false
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at]!
    if (sign === '\\') written += escaped(pattern[++at] ?? '', inClass)
    else if (!inClass && pattern.startsWith('(?P<', at)) {
      written += '(?<'
      at += 3
    } else {
      if (sign === '[') inClass = true
      else if (sign === ']') inClass = false
      written += sign
    }
  }
  return written
}

const LETTERS = '0-9A-Za-z_ªµºÀ-ÖØ-öø-ʯͰ-ϿЀ-ӿḀ-ỿ'

function escaped(sign: string, inClass: boolean): string {
  if (sign === 'w') return inClass ? LETTERS : `[${LETTERS}]`
  if (sign === 'W' && !inClass) return `[^${LETTERS}]`
  if (sign === 'A' && !inClass) return '^'
  return sign === 'Z' && !inClass ? '$' : `\\${sign}`
}

function quickEngine(whole: string): RegExp | undefined {
  try {
    return new RegExp(whole)
  } catch {
    return undefined
  }
}

/** The length of the longest text for which JavaScript's engine stays under the limit, wherever the match may begin. */
function longestText(whole: string): number {
  const { factor, degree } = countChoices(whole)
  return Math.floor((MOST_STEPS / factor) ** (1 / (degree + 1)))
}

/** RE2 has no look-around and no back-reference; escapes that JavaScript takes for themselves (`\'`, `\"`, `\/`) are spelt its way. */
function linearEngine(whole: string): RE2JS | undefined {
  try {
    return RE2JS.compile(
      RE2JS.translateRegExp(
        whole.replace(/\\(\\|['"/\-_ @#%&=:;,<>!~`])/g, (pair, sign: string) =>
          sign === '\\' || sign === '-' ? pair : sign,
        ),
      ),
    )
  } catch {
    return undefined
  }
}
