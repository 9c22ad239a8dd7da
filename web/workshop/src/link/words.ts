const days = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long' })
const moments = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' })

export const dayInWords = (instant: string): string => days.format(new Date(instant))
export const momentInWords = (instant: string): string => moments.format(new Date(instant))
