import { Button, Icon, Notice, Progress } from '../../design/index.ts'
import { quoted } from '../shared/words.ts'
import type { Arrival } from './arrivals.ts'

interface ArrivalListProps {
  readonly arrivals: readonly Arrival[]
  readonly onForget: (arrival: Arrival) => void
}

/** Files on their way, and those that could not come in, each with its reason. */
export function ArrivalList({ arrivals, onForget }: ArrivalListProps) {
  const shown = arrivals.filter(({ state }) => state !== 'asking')
  if (shown.length === 0) return null
  return (
    <ul className="stack stack-tight arrivals" aria-label="Fichiers en cours d’ajout">
      {shown.map(arrival =>
        arrival.state === 'refused' ? (
          <li key={arrival.key}>
            <Notice
              kind="error"
              title={`${quoted(arrival.name)} n’a pas pu être ajouté`}
              live
              acts={
                <Button size="small" onPress={() => onForget(arrival)}>
                  J’ai compris
                </Button>
              }
            >
              <p>{arrival.reason}</p>
            </Notice>
          </li>
        ) : (
          <li key={arrival.key} className="card arrival">
            <Icon name="file" />
            <Progress
              label={`${WORDS[arrival.state]} ${arrival.name}`}
              {...(arrival.progress !== undefined && { value: arrival.progress })}
            />
            {arrival.job !== undefined && (
              <Button size="small" onPress={() => onForget(arrival)}>
                Arrêter
              </Button>
            )}
          </li>
        ),
      )}
    </ul>
  )
}

const WORDS = { sending: 'Envoi de', reading: 'Lecture de', adding: 'Ajout de', asking: '' } as const
