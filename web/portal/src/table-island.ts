import { search } from '../../../src/portal/search/search.ts'
import { turnHere } from './table-static.ts'

/** Search, sort and pages without leaving the page: the same addresses, asked by the script, the table alone replaced. */
export function tableIsland(block: HTMLElement): void {
  if (document.documentElement.dataset.static === undefined) askServer(block)
  else turnHere(block, search)
}

function askServer(block: HTMLElement): void {
  block.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement
    if (!form.matches('[data-filter]')) return
    event.preventDefault()
    const asked = new URLSearchParams()
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && value !== '') asked.set(name, value)
    void show(block, `${location.pathname}?${asked}`, '#lignes-q')
  })
  block.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    const link = (event.target as Element).closest<HTMLAnchorElement>('th a, .pages a, .table-form a')
    if (!link) return
    event.preventDefault()
    const name = link.closest<HTMLElement>('th')?.dataset.name
    void show(block, link.href, name === undefined ? '.table-scroll' : `th[data-name="${CSS.escape(name)}"] a`)
  })
}

/** The block as the server writes it for this address, put in the place of the one that is there; the focus is found again. */
async function show(block: HTMLElement, address: string, focus: string): Promise<void> {
  const url = new URL(address, location.href)
  const answer = await fetch(url, { headers: { accept: 'text/html' } }).catch(() => undefined)
  if (!answer?.ok) return location.assign(url)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.querySelector('[data-island="table"]')
  if (!fresh) return location.assign(url)
  history.replaceState(null, '', url.pathname + url.search)
  const count = block.querySelector('[data-count]')
  const said = fresh.querySelector('[data-count]')?.textContent ?? ''
  block.replaceChildren(...fresh.childNodes)
  // What was already a live region says what changed.
  const place = block.querySelector('[data-count]')
  if (count && place) {
    place.replaceWith(count)
    count.textContent = said
  }
  block.querySelector<HTMLElement>(focus)?.focus()
}
