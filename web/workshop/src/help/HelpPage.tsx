import { useState } from 'react'
import { PageHeader, TextField } from '../design/index.ts'
import { matches } from '../home/matches.ts'
import './help.css'
import { EXPORTS, KEYS, WORDS } from './words.ts'

/** The words, how to get a file out of usual software, and the keyboard. */
export default function HelpPage() {
  const [typed, setTyped] = useState('')
  const words = WORDS.filter(({ word, meaning, example }) => matches(typed, word, meaning, example ?? ''))
  const exports = EXPORTS.filter(({ from, how }) => matches(typed, from, ...how))
  return (
    <div className="page stack stack-loose">
      <PageHeader
        title="Aide"
        intro="Chaque colonne et chaque mot inhabituel a aussi son « ? » là où vous le rencontrez."
      />
      <div className="help-search">
        <TextField label="Chercher dans l’aide" optional value={typed} onChange={setTyped} />
      </div>
      {words.length === 0 && exports.length === 0 && <p role="status">Rien ne parle de cela. Essayez un autre mot.</p>}
      {words.length > 0 && (
        <section className="stack" aria-labelledby="mots">
          <h2 id="mots">Les mots</h2>
          <dl className="help-words">
            {words.map(({ word, meaning, example }) => (
              <div key={word} className="help-word">
                <dt>{word}</dt>
                <dd>
                  {meaning}
                  {example && <span className="help-example">Par exemple : {example}.</span>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {exports.length > 0 && (
        <section className="stack" aria-labelledby="exporter">
          <h2 id="exporter">Sortir un fichier de…</h2>
          <div className="help-exports">
            {exports.map(({ from, how }) => (
              <article key={from} className="card">
                <h3>{from}</h3>
                <ul>
                  {how.map(sentence => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </article>
            ))}
          </div>
        </section>
      )}
      <section className="stack" aria-labelledby="clavier">
        <h2 id="clavier">Tout faire au clavier</h2>
        <dl className="help-keys">
          {KEYS.map(({ keys, does }) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}
