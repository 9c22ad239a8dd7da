import type { search as Search } from '../../../src/portal/search/search.ts'

/** In a folder of files nothing answers: rows that are there are searched and sorted where they are. */
export function turnHere(block: HTMLElement, search: typeof Search): void {
  const body = block.querySelector('tbody')
  const count = block.querySelector<HTMLElement>('[data-count]')
  const form = block.querySelector<HTMLFormElement>('[data-filter]')
  if (!body || !count || !form) return
  const rows = [...body.rows]
  const heads = [...block.querySelectorAll<HTMLElement>('th')]
  for (const head of heads) makeSortable(head)
  form.hidden = false
  const filter = () => {
    const data = new FormData(form)
    const column = heads.findIndex(({ dataset }) => dataset.name === data.get('colonne'))
    const textOf = (row: HTMLTableRowElement) => (column < 0 ? row.textContent : row.cells[column]?.textContent) ?? ''
    // Cells stand apart in what is searched.
    const found = new Set(
      search(rows, String(data.get('q') ?? ''), row => [{ text: spaced(row, column, textOf), weight: 1 }]),
    )
    for (const row of rows) row.hidden = !found.has(row)
    count.textContent = found.size > 1 ? `${found.size} lignes trouvées` : `${found.size} ligne trouvée`
  }
  form.addEventListener('submit', event => {
    event.preventDefault()
    filter()
  })
  form.addEventListener('input', filter)
  block.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLElement>('th button')
    const head = button?.closest('th')
    if (!head) return
    const descending = head.getAttribute('aria-sort') === 'ascending'
    for (const other of heads) sortSign(other, '↕').removeAttribute('aria-sort')
    sortSign(head, descending ? '↓' : '↑')
    head.setAttribute('aria-sort', descending ? 'descending' : 'ascending')
    body.append(...sorted(rows, heads.indexOf(head), head.dataset.type ?? '', descending))
  })
}

/** Without script a title says nothing that does nothing. */
function makeSortable(head: HTMLElement): void {
  const button = document.createElement('button')
  button.type = 'button'
  const sign = document.createElement('span')
  sign.className = 'sort-sign'
  sign.setAttribute('aria-hidden', 'true')
  sign.textContent = '↕'
  button.append(...head.childNodes, sign)
  head.append(button)
}

function sortSign(head: HTMLElement, sign: string): HTMLElement {
  const place = head.querySelector('.sort-sign')
  if (place) place.textContent = sign
  return head
}

const spaced = (row: HTMLTableRowElement, column: number, textOf: (row: HTMLTableRowElement) => string): string =>
  column < 0 ? [...row.cells].map(({ textContent }) => textContent).join(' ') : textOf(row)

/** What is empty comes last, as on the server; equal rows keep their order in the file. */
function sorted(rows: readonly HTMLTableRowElement[], column: number, type: string, descending: boolean) {
  const isNumber = type === 'number' || type === 'integer'
  const keyed = rows.map(row => ({ row, text: row.cells[column]?.textContent ?? '' }))
  const compare = (a: string, b: string) =>
    isNumber ? Number(a) - Number(b) : a.localeCompare(b, 'fr', { sensitivity: 'base' })
  return keyed
    .sort((a, b) => {
      if (a.text === '' || b.text === '') return Number(a.text === '') - Number(b.text === '')
      return descending ? compare(b.text, a.text) : compare(a.text, b.text)
    })
    .map(({ row }) => row)
}
