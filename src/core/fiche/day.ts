const DAY = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Paris',
})

/** « 1er mars 2021 », of an instant, or of a day. */
export const frenchDay = (at: string): string =>
  DAY.format(new Date(at.length === 10 ? `${at}T12:00:00Z` : at)).replace(/^1 /, '1er ')
