import type { Link } from '../../publication/ogc/links.ts'
import type { CellValue } from '../../publication/query/query.ts'
import { type Html, html, page } from '../pages/html.ts'

/** A document of the API as a page to read: its words, its rows, its links. */
export interface PageContent {
  readonly title: string
  readonly description?: string | undefined
  readonly list?: readonly string[]
  readonly columns?: readonly string[]
  readonly rows?: readonly (readonly CellValue[])[]
  readonly links: readonly Link[]
}

export const ogcPage = ({ title, description, list, columns, rows, links }: PageContent): string =>
  page(
    `${title} – OGC API`,
    html`<h1>${title}</h1>
${description && html`<p>${description}</p>`}
${list && html`<ul>${list.map(one => html`<li>${one}</li>`)}</ul>`}
${columns && tableOf(title, columns, rows ?? [])}
<h2>Liens</h2>
<ul>
${links.filter(({ rel }) => rel !== 'self').map(({ href, title, rel }) => html`<li><a href="${href}" rel="${rel}">${title ?? rel}</a></li>`)}
</ul>`,
  )

const tableOf = (title: string, columns: readonly string[], rows: readonly (readonly CellValue[])[]): Html =>
  html`<div role="region" aria-label="${title}" tabindex="0">
<table>
<thead><tr>${columns.map(name => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(row => html`<tr>${row.map(cell => html`<td>${cell === null ? '' : String(cell)}</td>`)}</tr>`)}</tbody>
</table>
</div>`
