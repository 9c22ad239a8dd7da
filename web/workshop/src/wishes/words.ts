const days = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric' })

/** « le 3 mars 2026 ». */
export const dayInWords = (instant: string): string => `le ${days.format(new Date(instant))}`
