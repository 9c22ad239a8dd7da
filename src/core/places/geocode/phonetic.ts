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
