import { DIARIES, PAINS } from '../../../../src/core/diagnosis/published.ts'
import { french } from '../design/index.ts'

/** « Les autres villes galèrent autant ? » was asked several times by one referent. The answer, with figures. */
export const Pains = () => (
  <section className="card stack" aria-labelledby="galeres">
    <div>
      <h2 id="galeres">Les autres communes galèrent-elles autant ?</h2>
      <p>
        <strong>Oui.</strong> En février 2021, dix-neuf collectivités ont tenu leur carnet de bord pendant une semaine.
        Voici combien ont rencontré chaque difficulté, et ce que Carnet fait pour vous.
      </p>
    </div>
    <ul className="diag-pains">
      {PAINS.map(({ towns, pain, help }) => (
        <li key={pain}>
          <span className="diag-pain-towns">
            <strong>{towns}</strong> sur {DIARIES}
          </span>
          <span>
            {pain}
            <span className="small soft diag-pain-help">Carnet : {french(help)}.</span>
          </span>
        </li>
      ))}
    </ul>
  </section>
)
