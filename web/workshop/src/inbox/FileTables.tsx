import type { UploadCard } from '../../../../src/contract/sets.ts'
import { listed, rowsCounted } from '../set/shared/words.ts'

/** What was found in a file, a line a table. */
export const FileTables = ({ tables }: { readonly tables: NonNullable<UploadCard['tables']> }) => (
  <ul className="file-tables">
    {tables.map(({ sheet, rows, columns }, index) => (
      <li key={`${sheet ?? ''} ${index}`}>
        {sheet && <strong>{sheet} : </strong>}
        {rowsCounted(rows)} <span className="soft">({listed(columns.map(column => column || 'sans titre'))})</span>
      </li>
    ))}
  </ul>
)
