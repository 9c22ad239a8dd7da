/** How a word sounds in French, roughly: « Libersat » and « Liberçat », « Kervezenec » and « Kervézennec » are the same. Lower case, no accents. */
export const phoneticKey = (word: string): string =>
  RULES.reduce((sound, [pattern, by]) => sound.replace(pattern, by), word)

const RULES: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/(?:qu|ck|k)/g, 'k'],
  [/sch|sh/g, 'ch'],
  [/c(?=[eiy])/g, 's'],
  [/c(?!h)/g, 'k'],
  [/gu(?=[eiy])/g, 'g'],
  [/ge(?=[ao])|g(?=[eiy])/g, 'j'],
  [/e?aux?/g, 'o'],
  [/y/g, 'i'],
  [/[ae]?i[nm](?![aeiounm])/g, 'I'],
  [/[ae]i/g, 'e'],
  [/[ae][nm](?![aeiounm])/g, 'A'],
  [/o[nm](?![aeiounm])/g, 'O'],
  [/z/g, 's'],
  [/th/g, 't'],
  [/(?<!c)h/g, ''],
  [/(.)\1+/g, '$1'],
  [/(?<=..)(?:e|[sxtd]|es|ts|ds)$/, ''],
]

/** Letters that may begin the same sound; the others begin only their own. */
const STARTS = ['ckqsz', 'gj', 'fp', 'aeiouyh']

/** The keys are costly: only words of like lengths and beginnings are worth them. */
export function soundAlike(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 3) return false
  const [first, second] = [a.charAt(0), b.charAt(0)]
  const mayBe = first === second || STARTS.some(letters => letters.includes(first) && letters.includes(second))
  return mayBe && phoneticKey(a) === phoneticKey(b)
}
