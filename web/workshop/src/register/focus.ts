/** What had the focus went away with what was done: the list has it, on what is chosen. */
export function focusList(): void {
  // After the window that closes has given its focus back.
  setTimeout(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return
    const rows = document.querySelector('.rg-tree')
    const row =
      rows?.querySelector<HTMLElement>('[role="row"][aria-selected="true"]') ??
      rows?.querySelector<HTMLElement>('[role="row"]')
    row?.focus()
  }, 60)
}
