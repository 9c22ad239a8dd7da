import type { Home } from '../../../../src/contract/sets.ts'
import { useApi, useSession } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { LinkButton, PageHeader } from '../design/index.ts'
import './home.css'
import { NextCard } from './NextCard.tsx'
import { SetCards } from './SetCards.tsx'
import { Waiting } from './Waiting.tsx'
import { Way } from './Way.tsx'

/** Where the town stands, the one next thing to do, who is waited for, and its sets in the order of its wishes. */
export default function HomePage() {
  const { person, town, may } = useSession()
  const home = useApi<Home>('/home')
  return (
    <div className="page stack stack-loose">
      <PageHeader title={`Bonjour ${person.name.split(' ')[0]}`} intro={`Voici où en est ${town.name}.`} />
      <Load from={home} lines={8}>
        {({ next, inbox, steps, sets, waiting }) => (
          <>
            <NextCard {...next} inbox={inbox.length} />
            <Way steps={steps} />
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
                <SetCards sets={sets} />
              </section>
              <Waiting waiting={waiting} />
            </div>
          </>
        )}
      </Load>
    </div>
  )
}
