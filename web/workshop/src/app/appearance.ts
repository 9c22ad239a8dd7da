export const APPEARANCES = ['auto', 'light', 'dark'] as const
export type Appearance = (typeof APPEARANCES)[number]
const KEY = 'carnet-apparence'

/** What the person chose on this browser; `auto` follows the computer. */
export function appearance(): Appearance {
  const kept = localStorage.getItem(KEY)
  return kept === 'light' || kept === 'dark' ? kept : 'auto'
}

export function setAppearance(choice: Appearance): void {
  localStorage.setItem(KEY, choice)
  showAppearance()
}

/** Tells the style sheet. Called before the first drawing. */
export function showAppearance(): void {
  const choice = appearance()
  if (choice === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = choice
}
