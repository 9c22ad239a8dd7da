import { RE2JS } from 're2js'
import { isHarmless } from './harmless.ts'

/** A schema's pattern, ready to judge whole cells; or why it cannot be. */
export type Pattern = { readonly test: (text: string) => boolean } | { readonly unusable: string }

/** Longer texts always go to the linear-time engine, where there is one for the pattern. */
const SHORT = 2_000

/**
 * As frictionless 4.38 does (frictionless/field.py): `^pattern$` without a group around, so that the alternatives of `a|b` are `^a` and `b$`; no `u` flag.
 * A pattern that could take an endless time is judged by a linear-time engine; one that neither engine can judge safely is unusable, and said so.
 */
export function compilePattern(pattern: string): Pattern {
  const whole = `^${pattern.replaceAll('(?P<', '(?<').replaceAll('\\Z', '$').replaceAll('\\A', '^')}$`
  const quick = quickEngine(whole)
  const linear = linearEngine(whole)
  if (quick && linear) return { test: text => (text.length <= SHORT ? quick.test(text) : linear.matcher(text).find()) }
  if (linear) return { test: text => linear.matcher(text).find() }
  if (quick) return { test: text => quick.test(text.slice(0, SHORT + 1)) && text.length <= SHORT }
  return {
    unusable: isValid(whole)
      ? 'cette règle pourrait demander un temps sans fin'
      : 'cette règle est mal écrite dans le modèle',
  }
}

function quickEngine(whole: string): RegExp | undefined {
  return isHarmless(whole) && isValid(whole) ? new RegExp(whole) : undefined
}

function isValid(whole: string): boolean {
  try {
    new RegExp(whole)
    return true
  } catch {
    return false
  }
}

/** RE2 has no look-around and no back-reference; escapes that JavaScript takes for themselves (`\-`, `\'`, `\"`, `\/`) are spelt its way. */
function linearEngine(whole: string): RE2JS | undefined {
  try {
    return RE2JS.compile(
      RE2JS.translateRegExp(
        whole.replace(/\\(['"/\-_ @#%&=:;,<>!~`])/g, (_, sign: string) => (sign === '-' ? '\\-' : sign)),
      ),
    )
  } catch {
    return undefined
  }
}
