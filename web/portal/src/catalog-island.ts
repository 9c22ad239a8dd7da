import { search } from '../../../src/portal/search/search.ts'

/** The list narrows as one types, with the rules of the server; the form still goes where it went. */
export function catalogIsland(list: HTMLElement): void {
  const form = document.querySelector<HTMLFormElement>('[data-search]')
  const input = form?.querySelector<HTMLInputElement>('input[type="search"]')
  const title = document.querySelector<HTMLElement>('[data-count]')
  if (!input || !title) return
  const isStatic = document.documentElement.dataset.static !== undefined
  if (isStatic) {
    form?.closest('search')?.removeAttribute('hidden')
    form?.addEventListener('submit', event => event.preventDefault())
  }
  const cards = [...list.querySelectorAll<HTMLElement>('[data-words]')]
  const before = title.textContent ?? ''
  // A page that was searched holds only what was found.
  if (input.value !== '') return
  title.setAttribute('aria-live', 'polite')
  input.addEventListener('input', () => {
    const found = new Set(search(cards, input.value, card => [{ text: card.dataset.words ?? '', weight: 1 }]))
    for (const card of cards) card.hidden = !found.has(card)
    title.textContent =
      input.value.trim() === ''
        ? before
        : found.size > 1
          ? `${found.size} jeux de données trouvés`
          : `${found.size} jeu de données trouvé`
  })
}
