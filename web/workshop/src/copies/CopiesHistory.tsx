import type { Copies } from '../../../../src/contract/copies.ts'
import { french } from '../design/index.ts'
import { momentInWords } from '../set/shared/words.ts'

/** What was sent, when, and who asked. */
export const CopiesHistory = ({ history }: Pick<Copies, 'history'>) => (
  <section className="stack stack-tight" aria-labelledby="historique">
    <h2 id="historique">Historique des copies</h2>
    <ol className="copies-history card">
      {history.map(({ at, by, note }) => (
        <li key={`${at} ${note}`}>
          <p>{french(note)}</p>
          <p className="small soft">
            {by}, le {momentInWords(at)}
          </p>
        </li>
      ))}
    </ol>
  </section>
)
