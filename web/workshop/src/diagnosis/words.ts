const days = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long' })

/** « 12 mars 2026 ». */
export const dayInWords = (instant: string): string => days.format(new Date(instant))

const numbers = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 })
export const inFrench = (value: number): string => numbers.format(value)
