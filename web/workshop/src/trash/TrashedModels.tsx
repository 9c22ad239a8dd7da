import type { TrashedModel } from '../../../../src/contract/sets.ts'
import { post, problem, useApi, useSession } from '../api/index.ts'
import { Button, toast } from '../design/index.ts'
import { momentInWords } from '../set/shared/words.ts'

/** Models that the town made and put away. */
export function TrashedModels() {
  const { value, reload } = useApi<readonly TrashedModel[]>('/trash/models')
  const { may } = useSession()
  if (!value || value.length === 0) return null
  const restore = async ({ id, title }: TrashedModel) => {
    const answer = await post(`/trash/models/${encodeURIComponent(id)}`)
    if ('value' in answer) toast({ text: `« ${title} » est revenu dans vos modèles.` })
    else toast({ kind: 'error', text: problem(answer) })
    await reload()
  }
  return (
    <section className="stack" aria-labelledby="modeles-mis-de-cote">
      <h2 id="modeles-mis-de-cote">Modèles</h2>
      <ul className="trash-list">
        {value.map(model => (
          <li key={model.id} className="card trash-row">
            <div>
              <h3>{model.title}</h3>
              <p className="small soft">Mis à la corbeille le {momentInWords(model.trashedAt)}</p>
            </div>
            {may('prepare') && (
              <Button icon="restore" onPress={() => void restore(model)}>
                Restaurer<span className="sr-only"> {model.title}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
