const LETTERS: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 }
const TABLE: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** 1 to 39, enough for centuries. */
export function romanOf(number: number): string {
  let left = number
  let text = ''
  for (const [value, letters] of TABLE) for (; left >= value; left -= value) text += letters
  return text
}

/** The value of Roman numerals, and whether they are written by the rule (« XVIIII » is not). Undefined for other letters. */
export function romanValue(text: string): { readonly value: number; readonly regular: boolean } | undefined {
  const letters = text.toUpperCase()
  if (!/^[IVXL]{1,8}$/.test(letters)) return undefined
  let value = 0
  for (let i = 0; i < letters.length; i++) {
    const here = LETTERS[letters[i]!]!
    value += here < (LETTERS[letters[i + 1] ?? ''] ?? 0) ? -here : here
  }
  return { value, regular: romanOf(value) === letters }
}
