import { GridList, useDragAndDrop } from 'react-aria-components'
import { columnsCounted, rowsCounted } from '../shared/words.ts'
import { COLUMN_TYPE, placeId } from './dragged.ts'
import { FileColumnCard } from './FileColumnCard.tsx'
import type { FileGroup } from './mapper.ts'
import type { MapperTools } from './use-mapper.ts'

/** The columns of the files, with a few of their values. */
export function FileSide({ mapper: tools }: { readonly mapper: MapperTools }) {
  return (
    <section className="stack mapper-side" aria-labelledby="mapper-files">
      <h3 id="mapper-files">Colonnes de vos fichiers</h3>
      <p className="soft small">
        Glissez une colonne sur celle du modèle (au clavier : le bouton à six points, puis Entrée), ou choisissez-la
        dans la liste.
      </p>
      {tools.mapper.groups.map(group => (
        <FileGroupList key={group.id} group={group} tools={tools} />
      ))}
    </section>
  )
}

function FileGroupList({ group, tools }: { readonly group: FileGroup; readonly tools: MapperTools }) {
  const title = tools.titles.get(group.id) ?? ''
  const rows = group.tables.reduce((sum, table) => sum + table.rows, 0)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: keys => [...keys].map(key => ({ [COLUMN_TYPE]: String(key), 'text/plain': String(key) })),
  })
  return (
    <div className="stack stack-tight">
      <div>
        <h4>{title}</h4>
        <p className="small soft">
          {columnsCounted(group.columns.length)}, {rowsCounted(rows)}
        </p>
      </div>
      <GridList
        aria-label={`Colonnes de ${title}`}
        className="mapper-columns"
        dragAndDropHooks={dragAndDropHooks}
        items={group.columns.map(column => ({ id: placeId({ group: group.id, header: column.header }), column }))}
        dependencies={[tools]}
      >
        {({ id, column }) => <FileColumnCard id={id} column={column} tools={tools} />}
      </GridList>
    </div>
  )
}
