import { certain, EMPTY, type Reading } from './reading.ts'

/** Zero-width marks, soft hyphens and direction marks that copy and paste leaves behind: nobody sees them, every comparison fails on them. */
const INVISIBLE = /[\u00AD\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g
/** The joiner keeps family emojis and flags together: dropped everywhere else. */
const LONE_JOINER = /(?<!\p{Extended_Pictographic}\uFE0F?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu
/** C0 controls but tab and line feed. C1 is left alone: it is usually a Windows-1252 letter in disguise, see mojibake.ts. */
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F]/g
const SPACES = /[\t \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/g

/**
 * The same text as a person would type it: NFC, ordinary single spaces, no invisible mark, no space at the ends.
 * Line breaks inside a cell are kept (as \n): a description may have several lines.
 */
export function tidyText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, '')
    .replace(CONTROLS, '')
    .normalize('NFC')
    .replace(LONE_JOINER, '')
    .replace(SPACES, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** `tidyText` on one line: for values that have no reason to hold a line break. */
export const oneLine = (text: string): string => tidyText(text).replace(/\n+/g, ' ')

/** Letters without accents: « Épône » gives « Epone », « œuvre » gives « oeuvre ». Case is kept. */
export function stripAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'OE')
    .replace(/æ/g, 'ae')
    .replace(/Æ/g, 'AE')
    .replace(/ß/g, 'ss')
}

const ARTICLES = new Set(['le', 'la', 'les', 'l', 'de', 'du', 'des', 'd', 'au', 'aux', 'a', 'et', 'en'])

export interface KeyOptions {
  /** `drop`: « Café de la Gare » and « Café Gare » are the same key. */
  readonly articles?: 'keep' | 'drop'
}

/**
 * What two writings of one thing have in common: no accents, lower case, punctuation as single spaces, « & » as « et ».
 * Used by the merge, the mapping of columns and the clusters. Never shown to a person.
 */
export function comparisonKey(text: string, options: KeyOptions = {}): string {
  const words = stripAccents(tidyText(text))
    .toLowerCase()
    .replace(/&/g, ' et ')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (options.articles !== 'drop') return words
  const kept = words.split(' ').filter(word => !ARTICLES.has(word))
  return kept.length > 0 ? kept.join(' ') : words
}

/** Free text: tidied, never refused. */
export function readText(text: string): Reading {
  const tidy = tidyText(text)
  if (tidy === '') return EMPTY
  return tidy === text ? certain(tidy) : certain(tidy, 'Espaces et caractères invisibles en trop retirés.')
}
