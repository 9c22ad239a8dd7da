const days = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric' })

/** « le 3 mars 2026 ». */
export const dayInWords = (instant: string): string => `le ${days.format(new Date(instant))}`

/** A button that gives something back to Carnet goes away when it is pressed: the focus goes to what it was about. */
export const focusBeside = (button: Element): void =>
  button.closest('.wish-box-line, .wish-part')?.querySelector<HTMLElement>('input:checked, input')?.focus()
