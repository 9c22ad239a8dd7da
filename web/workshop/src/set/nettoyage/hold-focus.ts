/**
 * Before an act whose button goes away with what it mends: the focus goes to the panel where the button was, else to the active cell.
 * It is never lost, and what comes next is near.
 */
export function holdFocus(): void {
  const panel = document.activeElement?.closest<HTMLElement>('.c-tab-inside')
  const cell = document.querySelector<HTMLElement>('.sheet [data-column][tabindex="0"]')
  ;(panel ?? cell ?? document.getElementById('nettoyage-title'))?.focus()
}
