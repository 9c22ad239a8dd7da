import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../web/workshop/src/design/tokens.css', import.meta.url), 'utf8')

/** Declarations of the block that a selector opens. */
function block(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`)
  expect(start, `${selector} is in tokens.css`).toBeGreaterThanOrEqual(0)
  const body = css.slice(start, css.indexOf('}', start))
  return new Map([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]))
}
const light = block(':root')
const dark = new Map([...light, ...block(':root:not([data-theme="light"])')])

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
/** WCAG 2.2, relative luminance. */
function contrast(tokens: Map<string, string>, one: string, other: string): number {
  const [low, high] = [one, other]
    .map(name => {
      const value = tokens.get(name)
      expect(value, `${name} is a plain colour`).toMatch(/^#[0-9a-f]{6}$/)
      return luminance(value!)
    })
    .sort((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

/** Text on its background: 4.5:1. Each `--on-x` goes with `--x`; the others are listed. */
const TEXTS: readonly (readonly [string, string])[] = [
  ...[...light.keys()]
    .filter(name => name.startsWith('--on-') && light.has(name.replace('--on-', '--')))
    .map(name => [name, name.replace('--on-', '--')] as const),
  ...['--ground', '--surface', '--sunken'].flatMap(ground => [
    ['--ink', ground] as const,
    ['--ink-soft', ground] as const,
    ['--brand', ground] as const,
    ['--on-brand-tint', ground] as const,
    ['--on-error-tint', ground] as const,
  ]),
  ['--on-brand', '--brand-strong'],
  ['--on-danger', '--danger-strong'],
  ['--on-cover', '--cover-raised'],
  ['--on-cover-soft', '--cover'],
  ['--on-cover-soft', '--cover-raised'],
  ['--ribbon', '--cover'],
  ['--surface', '--ink'],
]
/** What tells a field, a focus or a mark from what is around: 3:1. */
const MARKS: readonly (readonly [string, string])[] = [
  ['--line-strong', '--surface'],
  ['--line-strong', '--ground'],
  ['--focus', '--surface'],
  ['--focus', '--ground'],
  ['--brand', '--neutral-tint'],
  ['--select', '--surface'],
]

describe.each([
  ['light', light],
  ['dark', dark],
])('contrast, %s', (_, tokens) => {
  test.each(TEXTS)('%s on %s reads', (text, ground) => {
    expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(MARKS)('%s is seen on %s', (mark, ground) => {
    expect(contrast(tokens, mark, ground)).toBeGreaterThanOrEqual(3)
  })
})

test('dark by the computer and dark by choice are the same', () => {
  expect(block(':root[data-theme="dark"]')).toEqual(block(':root:not([data-theme="light"])'))
})

test('every colour of the dark side has its light one', () => {
  expect([...dark.keys()].filter(name => !light.has(name))).toEqual([])
})
