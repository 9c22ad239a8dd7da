/** French numbers, counts, sizes and dates, as every tab of a set writes them. */

const whole = new Intl.NumberFormat('fr-FR')
const percents = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })
const moments = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' })

export const numbered = (count: number): string => whole.format(count)

/** « 1 ligne », « 2 400 lignes », « aucune ligne ». */
export function counted(count: number, one: string, many = `${one}s`, none = `aucun ${one}`): string {
  if (count === 0) return none
  return `${numbered(count)} ${count > 1 ? many : one}`
}

export const rowsCounted = (count: number): string => counted(count, 'ligne', 'lignes', 'aucune ligne')
export const cellsCounted = (count: number): string => counted(count, 'case', 'cases', 'aucune case')
export const columnsCounted = (count: number): string => counted(count, 'colonne', 'colonnes', 'aucune colonne')

/** « 99,1 % ». */
export const percent = (value: number): string => `${percents.format(value)} %`

/** « 12 ko », « 3,4 Mo »: as a file explorer says it. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'octet', 'octets', 'vide')
  if (bytes < 1_000_000) return `${numbered(Math.round(bytes / 1000))} ko`
  return `${percents.format(bytes / 1_000_000)} Mo`
}

/** « 12 mars 2026 à 14:05 ». */
export const momentInWords = (instant: string): string => moments.format(new Date(instant))

export const quoted = (text: string): string => `« ${text} »`

/** « a, b et c », or « a, b et 4 autres » when there are more than `most`. */
export function listed(texts: readonly string[], most = 6): string {
  const shown = texts.length > most ? [...texts.slice(0, most - 1), `${texts.length - most + 1} autres`] : texts
  if (shown.length < 2) return shown[0] ?? ''
  return `${shown.slice(0, -1).join(', ')} et ${shown.at(-1)}`
}
