import type { TabView } from '../shared/tab-view.ts'
import { columnsCounted, numbered, rowsCounted } from '../shared/words.ts'

const KINDS: Record<TabView['model']['kind'], string> = {
  national: 'modèle national',
  carnet: 'modèle de Carnet',
  foreign: 'modèle de votre commune',
}

/** What the answer is about: a report without its date and its model proves nothing. */
export function WhatWasChecked({ view: { model, report } }: { readonly view: TabView }) {
  const required = model.fields.filter(({ constraints }) => constraints.required).length
  const today = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' }).format(new Date())
  return (
    <section className="card stack stack-tight" aria-labelledby="checked">
      <h3 id="checked">Ce qui a été vérifié</h3>
      <dl className="facts">
        <dt>Modèle</dt>
        <dd>
          {model.title} ({KINDS[model.kind]}
          {model.version !== '' && `, version ${model.version}`})
        </dd>
        <dt>Tableau</dt>
        <dd>
          {rowsCounted(report.rows)}, {columnsCounted(report.fields)}
        </dd>
        <dt>Colonnes du modèle</dt>
        <dd>
          {numbered(model.fields.length)}, dont {numbered(required)} obligatoires
        </dd>
        <dt>Le</dt>
        <dd>{today}</dd>
      </dl>
    </section>
  )
}
