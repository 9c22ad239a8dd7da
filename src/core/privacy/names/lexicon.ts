import lists from './names.json' with { type: 'json' }

/**
 * First names and family names of France (see `names.json` for their source and licence), lower case and without accents. Those that are
 * French words too (« Petit », « Boulanger », « Rose ») are kept apart: by themselves they prove nothing.
 */
const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

const FIRST = setOf(lists.first)
const FIRST_WORDS = setOf(lists.firstAlsoWords)
const FAMILY = setOf(lists.family)
const FAMILY_WORDS = setOf(lists.familyAlsoWords)

/** « jean-pierre » is a first name when its parts are. */
const parts = (word: string): readonly string[] => (word.includes('-') ? word.split('-') : [word])

export const isFirstName = (word: string): boolean => parts(word).every(part => FIRST.has(part))
export const mayBeFirstName = (word: string): boolean =>
  parts(word).every(part => FIRST.has(part) || FIRST_WORDS.has(part))
export const isFamilyName = (word: string): boolean => parts(word).some(part => FAMILY.has(part))
export const mayBeFamilyName = (word: string): boolean =>
  parts(word).some(part => FAMILY.has(part) || FAMILY_WORDS.has(part))
