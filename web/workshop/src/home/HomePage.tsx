import type { Home } from '../../../../src/contract/sets.ts'
import { useApi, useSession } from '../api/index.ts'
import { Button, LinkButton, Notice, PageHeader, Skeleton } from '../design/index.ts'
import './home.css'
import { NextCard } from './NextCard.tsx'
import { SetCards } from './SetCards.tsx'
import { Waiting } from './Waiting.tsx'
import { Way } from './Way.tsx'

/** Where the town stands, the one next thing to do, who is waited for, and its sets in the order of its wishes. */
export default function HomePage() {
  const { person, town, may } = useSession()
  const home = useApi<Home>('/home')
  const first = person.name.split(' ')[0]
  return (
    <div className="page stack stack-loose">
      <PageHeader title={`Bonjour ${first}`} intro={`Voici où en est ${town.name}.`} />
      {home.value ? (
        <>
          <NextCard {...home.value.next} inbox={home.value.inbox.length} />
          <Way steps={home.value.steps} />
          <div className="home-columns">
            <section className="stack" aria-labelledby="vos-jeux">
              <div className="row row-between">
                <h2 id="vos-jeux">Vos jeux de données</h2>
                {may('prepare') && (
                  <LinkButton to="/jeux/nouveau" icon="plus">
                    Nouveau jeu
                  </LinkButton>
                )}
              </div>
              <SetCards sets={home.value.sets} />
            </section>
            <Waiting waiting={home.value.waiting} />
          </div>
        </>
      ) : home.loading ? (
        <Skeleton lines={8} />
      ) : (
        <Notice kind="attention" live acts={<Button onPress={() => void home.reload()}>Réessayer</Button>}>
          <p>{home.refused ?? 'Carnet ne répond pas. Rien n’est perdu ; réessayez dans un instant.'}</p>
        </Notice>
      )}
    </div>
  )
}
