import lists from './brands.json' with { type: 'json' }

/** Brands that are called as a person: « Franck Provost », « Marie Blachère » (see `brands.json` for the source and its licence). */
const BRANDS: ReadonlySet<string> = new Set(lists.names.split(';'))
const LONGEST_BRAND = 5

/** Firms whose name is one word that may be a family name, in capitals as often as not. */
const FIRMS: ReadonlySet<string> = new Set(
  `enedis grdf engie edf gdf rte orange sfr free bouygues veolia suez saur eurovia colas eiffage vinci spie citeos razel nge axione covage
   sncf ratp transdev keolis maif maaf macif gmf mma axa allianz groupama smacl swisslife otis schindler kone dalkia cofely idex veritas apave socotec
   desautel chubb sicli eurofeu manutan lyreco bruneau berger-levrault magnus segilog cerig ugap caf cpam carsat urssaf msa pole-emploi insee`.split(
    /\s+/,
  ),
)

/** `words`: lower case, without accents; a branch says its town after its brand: « Yves Rocher Mantes ». */
export const isBrand = (words: readonly string[]): boolean =>
  words.slice(0, LONGEST_BRAND).some((_, at) => at > 0 && BRANDS.has(words.slice(0, at + 1).join(' ')))

/** « yvesrocher »: in mails. */
const GLUED: ReadonlySet<string> = new Set(
  [...BRANDS].map(name => name.replaceAll(' ', '')).filter(name => name.length > 6),
)
export const isGluedBrand = (word: string): boolean => GLUED.has(word)

export const isFirmWord = (word: string): boolean => FIRMS.has(word)
