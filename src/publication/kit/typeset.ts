/** As French printers set it: no line ends between a guillemet and its word, nor before « : ; ? ! % ». */
export const typeset = (text: string): string =>
  text
    .replace(/'/g, '’')
    .replace(/« /g, '«\u00a0')
    .replace(/ ([»:;?!%])/g, '\u00a0$1')
    .replace(/(\d) (?=\d{3}\b)/g, '$1\u202f')

/** « les défibrillateurs, les commerces et les monuments ». */
export const listed = (names: readonly string[]): string => names.join(', ').replace(/, (?=[^,]*$)/, ' et ')

const SMALL = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'] as const
/** « un jeu de données », « six jeux de données », « 12 jeux de données ». */
export const setsInWords = (many: number): string =>
  `${SMALL[many] ?? new Intl.NumberFormat('fr-FR').format(many)} ${many > 1 ? 'jeux' : 'jeu'} de données`

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** « le 1er mars 2027 » */
export function dayInWords(iso: string): string {
  const date = new Date(`${iso}T12:00:00Z`)
  const words = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  return `le ${words.format(date).replace(/^1 /, '1er ')}`
}

export const daysAfter = (iso: string, days: number): string =>
  new Date(Date.parse(`${iso}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
