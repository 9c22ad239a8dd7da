import type { Comparison } from '../../../../../src/contract/sets.ts'
import { Notice } from '../../design/index.ts'
import { numbered, percent } from '../shared/words.ts'
import { RowsTable } from './RowsTable.tsx'
import { heldSentence } from './sentences.ts'

interface ChangesProps {
  readonly comparison: Comparison
  /** Of a column of the model. */
  readonly titleOf: (name: string) => string
}

/** New, gone and changed rows; corrections that hold and those that lost their row; what could not be done again. */
export function Changes({ comparison, titleOf }: ChangesProps) {
  const { added, gone, changed, lost, remarks, report, counts } = comparison
  const columns = comparison.columns.map(titleOf)
  return (
    <>
      {remarks.length > 0 && (
        <Notice kind="attention" title="À savoir sur ce fichier">
          <ul>
            {remarks.map(remark => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </Notice>
      )}
      <section className="card stack" aria-labelledby="held">
        <h3 id="held">Vos corrections à la main</h3>
        <p>{heldSentence(comparison)}</p>
        {lost.length > 0 && (
          <ul className="lost">
            {lost.map(({ row, column, to, reason }) => (
              <li key={`${row} ${column} ${to}`}>
                <strong>{row}</strong>
                {column !== undefined && to !== undefined && ` : « ${to} » dans « ${titleOf(column)} »`}
                <span className="soft"> — {reason}</span>
              </li>
            ))}
          </ul>
        )}
        <p className="soft">Conformité du nouveau tableau : {percent(report.conformity)}.</p>
      </section>
      {changed.length > 0 && (
        <section className="card stack" aria-labelledby="changed">
          <h3 id="changed">Lignes changées ({numbered(counts.changed)})</h3>
          <ul className="changed-rows">
            {changed.slice(0, MOST).map(({ name, cells }) => (
              <li key={name}>
                <strong>{name}</strong>
                <ul>
                  {cells.map(({ column, was, now }) => (
                    <li key={column}>
                      <span className="soft">{titleOf(column)} : </span>
                      <del>{was === '' ? '(vide)' : was}</del> <span aria-hidden>→</span>
                      <span className="sr-only"> devient </span> <ins>{now === '' ? '(vide)' : now}</ins>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
          {counts.changed > MOST && <p className="soft">et {numbered(counts.changed - MOST)} autres.</p>}
        </section>
      )}
      <RowsTable title="Lignes nouvelles" columns={columns} rows={added} count={counts.added} most={MOST} />
      <RowsTable title="Lignes parties" columns={columns} rows={gone} count={counts.gone} most={MOST} />
    </>
  )
}

const MOST = 50
