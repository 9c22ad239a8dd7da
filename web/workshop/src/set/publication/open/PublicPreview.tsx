import type { FicheBox } from '../../../../../../src/contract/publication.ts'
import type { FicheField } from '../../../../../../src/core/fiche/fiche.ts'
import { QUESTIONS } from '../../../../../../src/core/fiche/questions.ts'
import { showValue } from '../fiche/show-value.ts'
import { usePublication } from '../publication-context.ts'

const FACTS: readonly FicheField[] = ['producer', 'frequency', 'licence', 'temporal', 'spatial', 'contact']

/** The head of the public page, with the words that stand in the fiche now. */
export function PublicPreview() {
  const { state } = usePublication()
  const text = (field: FicheField) => said(state.fiche, field)
  return (
    <section className="stack stack-tight" aria-labelledby="preview">
      <h4 id="preview">Ce que le public lira</h4>
      <article className="preview" aria-label="Aperçu de la page publique">
        <p className="preview-bar small" aria-hidden="true">
          {text('producer')}
        </p>
        <div className="preview-page stack">
          <p className="preview-title">{text('title') || 'Titre à donner'}</p>
          <p className="fiche-value">{text('description')}</p>
          <ul className="row preview-words">
            {text('keywords')
              .split(', ')
              .filter(word => word !== '')
              .map(word => (
                <li key={word} className="sample">
                  {word}
                </li>
              ))}
          </ul>
          <dl className="facts">
            {FACTS.map(field => (
              <Fact key={field} label={QUESTIONS[field].label} value={text(field)} />
            ))}
          </dl>
          <p className="small soft">
            Puis la carte quand les lignes ont un lieu, le tableau à trier et à filtrer, et les téléchargements : Excel
            d’abord, CSV, LibreOffice, GeoJSON…
          </p>
        </div>
      </article>
    </section>
  )
}

function said(boxes: readonly FicheBox[], field: FicheField): string {
  const box = boxes.find(one => one.field === field)
  return box ? showValue(field, box.value) : ''
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value === '' ? <span className="soft">à remplir</span> : value}</dd>
    </>
  )
}
