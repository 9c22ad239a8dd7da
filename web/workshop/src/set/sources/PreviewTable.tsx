import { numbered, rowsCounted } from '../shared/words.ts'
import type { PreviewLine } from './preview.ts'

interface PreviewTableProps {
  readonly title: string
  readonly lines: readonly PreviewLine[]
}

/** The lines of a sheet: those left out are greyed in their place, with the reason. */
export function PreviewTable({ title, lines }: PreviewTableProps) {
  const width = lines.find(({ kind }) => kind === 'titles')
  const columns = width?.kind === 'titles' ? width.cells.length : 1
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section className="c-table-frame preview-frame" aria-label={`Aperçu : ${title}`} tabIndex={0}>
      <table className="preview">
        <caption className="sr-only">Aperçu : {title}</caption>
        <tbody>
          {lines.map(line => (
            <PreviewRow key={`${line.kind} ${line.line}`} line={line} columns={columns} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function PreviewRow({ line, columns }: { readonly line: PreviewLine; readonly columns: number }) {
  switch (line.kind) {
    case 'titles':
      return (
        <tr className="preview-titles">
          <td className="preview-line">{line.line || ''}</td>
          {line.cells.map((text, at) => (
            <th key={at} scope="col">
              {text}
            </th>
          ))}
        </tr>
      )
    case 'row':
      return (
        <tr>
          <td className="preview-line">{line.line}</td>
          {line.cells.map((text, at) => (
            <td key={at}>{short(text)}</td>
          ))}
        </tr>
      )
    case 'out':
      return (
        <tr className="preview-out">
          <td className="preview-line">{line.line}</td>
          <td colSpan={columns}>
            <span className="preview-reason">laissée de côté : {line.reason}</span> {short(line.text)}
          </td>
        </tr>
      )
    case 'more':
      return (
        <tr className="preview-more">
          <td className="preview-line" aria-hidden>
            ⋮
          </td>
          <td colSpan={columns}>
            {line.rows > 0 && `${rowsCounted(line.rows)} prises, qui ne sont pas montrées ici`}
            {line.rows > 0 && line.out > 0 && ' ; '}
            {line.out > 0 && `${numbered(line.out)} autres laissées de côté`}
          </td>
        </tr>
      )
  }
}

const MOST = 80
const short = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)}…` : text)
