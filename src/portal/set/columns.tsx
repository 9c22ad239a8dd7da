import type { FieldType } from '../../core/models/model.ts'
import type { PublishedVersion } from '../../publication/published.ts'
import { number } from '../words.ts'

const TYPES: Partial<Record<FieldType, string>> = {
  number: 'nombre',
  integer: 'nombre entier',
  boolean: 'oui ou non',
  date: 'date',
  time: 'heure',
  datetime: 'date et heure',
  year: 'année',
  yearmonth: 'mois',
  duration: 'durée',
  geopoint: 'point sur la carte',
  geojson: 'forme sur la carte',
}

/** What each column means, in the model's words. */
export function Columns({ version: { columns, model, conformity } }: { version: PublishedVersion }) {
  return (
    <>
      <p>
        {model.kind === 'national'
          ? `Ce tableau suit le modèle national « ${model.title} ».`
          : `Ce tableau suit le modèle « ${model.title} ».`}{' '}
        Conformité : {number(conformity)} %.
      </p>
      <dl class="columns">
        {columns.map(({ name, title, description, type }) => (
          <div key={name}>
            <dt>
              {title || name} {title && title !== name && <code>{name}</code>}
            </dt>
            <dd>
              {description || 'Sans explication.'} <span class="soft">({TYPES[type] ?? 'texte'})</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
