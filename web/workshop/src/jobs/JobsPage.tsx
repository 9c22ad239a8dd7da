import type { JobCard } from '../../../../src/contract/sets.ts'
import { problem, remove, useAgain, useApi, useSession } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Badge, type BadgeKind, Button, EmptyState, PageHeader, Progress, toast } from '../design/index.ts'
import { momentInWords } from '../set/shared/words.ts'
import './jobs.css'

const STATES: Record<JobCard['state'], readonly [string, BadgeKind]> = {
  queued: ['Attend son tour', 'neutral'],
  running: ['En cours', 'info'],
  done: ['Terminé', 'ok'],
  failed: ['Arrêté par une erreur', 'error'],
  cancelled: ['Annulé', 'neutral'],
}
const isGoing = ({ state }: JobCard) => state === 'queued' || state === 'running'

/** Long work: it goes on when the page is left, and is found again here. */
export default function JobsPage() {
  const jobs = useApi<readonly JobCard[]>('/jobs')
  const going = jobs.value?.some(isGoing) ?? false
  const { reload } = jobs
  useAgain(reload, going)
  return (
    <div className="page">
      <PageHeader
        title="Travaux longs"
        intro="Lire un gros fichier peut prendre un moment. Vous pouvez quitter la page : le travail continue, et se retrouve ici."
      />
      <Load from={jobs}>
        {list =>
          list.length === 0 ? (
            <EmptyState icon="job" title="Rien en cours">
              Les lectures de gros fichiers et les comparaisons apparaîtront ici.
            </EmptyState>
          ) : (
            <ul className="jobs">
              {list.map(job => (
                <OneJob key={job.id} job={job} onDone={reload} />
              ))}
            </ul>
          )
        }
      </Load>
    </div>
  )
}

function OneJob({ job, onDone }: { readonly job: JobCard; readonly onDone: () => Promise<void> }) {
  const { may } = useSession()
  const [words, kind] = STATES[job.state]
  const cancel = async () => {
    const answer = await remove<JobCard>(`/jobs/${job.id}`)
    if (!('value' in answer)) toast({ kind: 'error', text: problem(answer) })
    await onDone()
  }
  return (
    <li className="card stack stack-tight">
      <div className="row row-between">
        <h2>{job.title}</h2>
        <Badge kind={kind}>{words}</Badge>
      </div>
      {isGoing(job) && <Progress label={job.message || 'En cours'} value={job.progress} />}
      {!isGoing(job) && job.message && <p>{job.message}</p>}
      <div className="row row-between">
        <p className="small soft">
          Commencé le {momentInWords(job.createdAt)}
          {job.endedAt && `, fini le ${momentInWords(job.endedAt)}`}
        </p>
        {isGoing(job) && may('prepare') && (
          <Button size="small" onPress={() => void cancel()}>
            Annuler<span className="sr-only"> {job.title}</span>
          </Button>
        )}
      </div>
    </li>
  )
}
