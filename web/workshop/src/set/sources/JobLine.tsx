import type { JobCard } from '../../../../../src/contract/sets.ts'
import { Button, Progress } from '../../design/index.ts'

/** Work under way: how far, in words, and a way to stop it. One may leave the page meanwhile. */
export function JobLine({ job, onCancel }: { readonly job?: JobCard; readonly onCancel: () => void }) {
  return (
    <div className="card job-line">
      <Progress
        label={job?.message || 'Carnet prépare vos fichiers…'}
        {...(job && { value: job.progress, words: `${Math.round(job.progress * 100)} %` })}
      />
      <div className="row row-between">
        <p className="soft small">Vous pouvez quitter cette page : le travail continue.</p>
        {job && (
          <Button size="small" onPress={onCancel}>
            Arrêter
          </Button>
        )}
      </div>
    </div>
  )
}
