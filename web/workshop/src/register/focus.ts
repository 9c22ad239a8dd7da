/** What had the focus goes away with what was done: the list has it then, on what is chosen. Waits for windows to close and to give theirs back. */
export function focusList(): void {
  const until = performance.now() + 2000
  const look = () => {
    const isOpen = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
    if (!isOpen && isLost()) row()?.focus()
    // While a window closes, nothing under it takes the focus.
    if ((isOpen || isLost()) && performance.now() < until) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body

const row = (): HTMLElement | null => {
  const list = document.querySelector('.rg-tree')
  const chosen = list?.querySelector<HTMLElement>('[role="row"][aria-selected="true"]')
  return chosen ?? list?.querySelector<HTMLElement>('[role="row"]') ?? null
}
