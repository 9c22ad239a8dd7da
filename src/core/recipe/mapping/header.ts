/** How headers are compared: what a person would call « the same name ». */

/** Words of a header, lower case, without accents: `nomAttribuant`, `NOM_ATTRIBUANT` and « Nom attribuant * » give [nom, attribuant]. */
export function headerWords(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll}{2})/gu, '$1 $2')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/n°|nº|№/g, ' numero ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
}

/** The same key for headers that differ by case, accents, spaces, underscores, stars and punctuation alone. */
export const headerKey = (name: string): string => headerWords(name).join('')
