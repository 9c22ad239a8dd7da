import { useMemo } from 'react'
import { exampleOf, meaningOf } from '../../../../src/core/models/collection.ts'
import { modelFiles } from '../../../../src/core/models/draft.ts'
import { parseModel } from '../../../../src/core/models/parse-model.ts'
import { Table } from '../design/index.ts'
import { type KeyedDraft, unkeyed } from './edit-draft.ts'

interface Line {
  readonly id: string
  readonly title: string
  readonly meaning: string
  readonly example: string
}

/** The collection sheet as whoever fills it will see it: what is written above is seen here at once. */
export function SheetPreview({ draft }: { readonly draft: KeyedDraft }) {
  const lines = useMemo((): Line[] => {
    if (draft.fields.length === 0) return []
    const { schema, extra } = modelFiles(unkeyed(draft))
    return parseModel(schema, extra).fields.map(field => ({
      id: field.name,
      title: field.name,
      meaning: meaningOf(field),
      example: exampleOf(field),
    }))
  }, [draft])
  if (lines.length === 0) return null
  const rows = [
    { id: 'meanings', of: ({ meaning }: Line) => meaning },
    { id: 'example', of: ({ example }: Line) => example },
  ]
  return (
    <section className="stack" aria-labelledby="apercu">
      <h2 id="apercu">La feuille de collecte</h2>
      <p className="soft">Ce que verra la personne qui la remplit : les titres, ce qu’ils veulent dire, un exemple.</p>
      <div className="models-preview">
        <Table
          caption="Aperçu de la feuille de collecte"
          columns={lines.map(line => ({
            id: line.id,
            title: line.title,
            cell: ({ of }: (typeof rows)[number]) => of(line),
          }))}
          rows={rows}
          rowKey={({ id }) => id}
        />
      </div>
    </section>
  )
}
