import type { PublishedColumn } from '../../publication/published.ts'
import type { Answer, CellValue } from '../../publication/query/query.ts'
import { titleOf } from '../map/points.ts'
import { setPath, useSite } from '../site.ts'
import { PAGE_ROWS, type TableAsked, tableSearch } from '../table/asked.ts'
import { number, plural, webAddress } from '../words.ts'

export interface TableGiven {
  readonly slug: string
  readonly title: string
  readonly columns: readonly PublishedColumn[]
  readonly answer: Answer
  readonly asked: TableAsked
}

/** The rows, to read, search, sort and turn: links and a form, so that no script is needed; the address says what is shown. */
export function SetTable(given: TableGiven) {
  const { columns, answer, asked, title } = given
  const site = useSite()
  const total = answer.total ?? answer.rows.length
  return (
    <div class="table-block" data-island="table">
      <TableForm {...given} />
      <p class="table-count" role="status" data-count>
        {asked.words === '' ? plural(total, 'ligne') : plural(total, 'ligne trouvée', 'lignes trouvées')}
        {site.isStatic &&
          answer.rows.length < total &&
          `, dont les ${number(answer.rows.length)} premières ici : toutes sont dans les fichiers`}
        {!site.isStatic &&
          total > PAGE_ROWS &&
          `, page ${number(asked.page)} sur ${number(Math.ceil(total / PAGE_ROWS))}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached with the keyboard */}
      <section class="table-scroll" aria-label={`Tableau : ${title}`} tabIndex={0}>
        <table>
          <caption class="hidden">{title}</caption>
          <thead>
            <tr>
              {columns.map(column => (
                <ColumnHead key={column.name} column={column} {...given} />
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, index) => (
                  <Cell key={columns[index]!.name} value={cell} column={columns[index]!} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {!site.isStatic && <Pages {...given} total={total} />}
    </div>
  )
}

function TableForm({ slug, columns, asked }: TableGiven) {
  const site = useSite()
  return (
    <form
      class="table-form"
      method="get"
      action={`${site.href(setPath(slug))}#lignes`}
      data-filter
      hidden={site.isStatic}
    >
      <div>
        <label for="lignes-q">Chercher dans les lignes</label>
        <input id="lignes-q" name="q" type="search" value={asked.words} autocomplete="off" />
      </div>
      <div>
        <label for="lignes-colonne">Dans</label>
        <select id="lignes-colonne" name="colonne">
          <option value="">toutes les colonnes</option>
          {columns.map(column => (
            <option key={column.name} value={column.name} selected={column.name === asked.column}>
              {titleOf(column)}
            </option>
          ))}
        </select>
      </div>
      {asked.sort !== undefined && <input type="hidden" name="tri" value={asked.sort} />}
      {asked.sort !== undefined && asked.descending && <input type="hidden" name="sens" value="decroissant" />}
      <button type="submit">Chercher</button>
      {asked.words !== '' && (
        <a href={`${site.href(setPath(slug))}${tableSearch({ ...asked, words: '', page: 1 })}#lignes`}>Tout montrer</a>
      )}
    </form>
  )
}

function ColumnHead({ column, slug, asked }: TableGiven & { column: PublishedColumn }) {
  const site = useSite()
  const isSorted = asked.sort === column.name
  const next = { ...asked, sort: column.name, descending: isSorted && !asked.descending, page: 1 }
  const sort = isSorted ? (asked.descending ? 'descending' : 'ascending') : undefined
  return (
    <th scope="col" aria-sort={sort} data-name={column.name} data-type={column.type}>
      {site.isStatic ? (
        titleOf(column)
      ) : (
        <a href={`${site.href(setPath(slug))}${tableSearch(next)}#lignes`} title={column.description || undefined}>
          {titleOf(column)}
          <span class="sort-sign" aria-hidden="true">
            {isSorted ? (asked.descending ? '↓' : '↑') : '↕'}
          </span>
        </a>
      )}
    </th>
  )
}

const NUMBERS = new Set(['number', 'integer'])

function Cell({ value, column }: { value: CellValue; column: PublishedColumn }) {
  const text = value === null ? '' : shownCell(value)
  const address = webAddress(text)
  return (
    <td class={NUMBERS.has(column.type) ? 'number' : undefined}>
      {address ? (
        <a href={address} rel="noopener nofollow">
          {address.replace(/^https?:\/\/(?:www\.)?/, '').slice(0, 60)}
        </a>
      ) : (
        text
      )}
    </td>
  )
}

const shownCell = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? 'oui' : 'non') : String(value)

function Pages({ slug, asked, total }: TableGiven & { total: number }) {
  const site = useSite()
  const last = Math.max(1, Math.ceil(total / PAGE_ROWS))
  if (last === 1) return null
  const address = (page: number) => `${site.href(setPath(slug))}${tableSearch({ ...asked, page })}#lignes`
  return (
    <nav class="pages" aria-label="Pages du tableau">
      {asked.page > 1 && (
        <a rel="prev" href={address(Math.min(asked.page, last + 1) - 1)}>
          ← Page d’avant
        </a>
      )}
      {asked.page < last && (
        <a rel="next" href={address(asked.page + 1)}>
          Page suivante →
        </a>
      )}
    </nav>
  )
}
