/** A button beside a text that people take away. */
export function copyIsland(slot: HTMLElement): void {
  const code = slot.querySelector('code')
  if (!code || !navigator.clipboard) return
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Copier'
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.textContent ?? '')
    button.textContent = 'Copié'
    setTimeout(() => {
      button.textContent = 'Copier'
    }, 3000)
  })
  slot.append(button)
}
