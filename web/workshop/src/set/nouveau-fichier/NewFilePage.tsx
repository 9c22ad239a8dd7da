import { useSearchParams } from 'react-router'
import { FileDrop, Notice, Select } from '../../design/index.ts'
import { useSet } from '../set-context.ts'
import { useTabHeading } from '../shared/use-tab-heading.ts'
import { quoted } from '../shared/words.ts'
import { ComparisonView } from './ComparisonView.tsx'
import { DropProblem } from './DropProblem.tsx'
import { useNewFile } from './use-new-file.ts'
import '../shared/set-tabs.css'
import './new-file.css'

/** Next year's file: what it would change is shown before anything is done. */
export default function NewFilePage() {
  const { state } = useSet()
  const [query, setQuery] = useSearchParams()
  const heading = useTabHeading()
  const sources = state.sourceCards.filter(({ replacedBy }) => replacedBy === undefined)
  const upload = query.get('fichier')
  const instead = query.get('remplace') ?? sources[0]?.id
  const old = sources.find(({ id }) => id === instead)
  const put = (more: Record<string, string>) => setQuery({ ...Object.fromEntries(query), ...more }, { replace: true })
  const arriving = useNewFile(id => put({ fichier: id, ...(instead !== undefined && { remplace: instead }) }))
  return (
    <section className="stack tab-body" aria-labelledby="tab-title">
      <div className="stack stack-tight">
        <h2 id="tab-title" ref={heading} tabIndex={-1}>
          Nouveau fichier
        </h2>
        <p className="soft prose">
          Les mêmes étapes sont refaites sur le nouveau fichier, et vos corrections retrouvent leurs lignes. Rien ne
          change tant que vous n’avez pas accepté.
        </p>
      </div>
      {!old ? (
        <Notice title="Il n’y a pas encore de fichier à remplacer">
          <p>Ajoutez d’abord un premier fichier dans Sources.</p>
        </Notice>
      ) : upload === null ? (
        <>
          {sources.length > 1 && (
            <Select
              label="Quel fichier remplace-t-il ?"
              choices={sources.map(({ id, name }) => ({ id, label: name }))}
              value={old.id}
              onChange={id => put({ remplace: id })}
            />
          )}
          <DropProblem problem={arriving.refused} />
          <FileDrop
            title={`Déposez le fichier qui remplace ${quoted(old.name)}`}
            multiple={false}
            isPending={arriving.pending}
            onFiles={([file]) => file && void arriving.send(file)}
          />
        </>
      ) : (
        <ComparisonView key={`${upload} ${old.id}`} upload={upload} instead={old} />
      )}
    </section>
  )
}
