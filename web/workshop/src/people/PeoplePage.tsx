import { useState } from 'react'
import type { PersonCard } from '../../../../src/contract/people.ts'
import { useApi, useSession } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Button, PageHeader } from '../design/index.ts'
import { InviteDialog } from './InviteDialog.tsx'
import { Links } from './Links.tsx'
import './people.css'
import { PersonRow } from './PersonRow.tsx'

/** Who works here, and the links given to those who have no account. */
export default function PeoplePage() {
  const { may, town } = useSession()
  const people = useApi<readonly PersonCard[]>('/people')
  const [inviting, setInviting] = useState(false)
  return (
    <div className="page stack stack-loose">
      <PageHeader
        title="Équipe"
        intro={`Qui travaille sur les données de ${town.name}, et à qui vous avez donné un lien.`}
        acts={
          may('people') && (
            <Button kind="primary" icon="plus" onPress={() => setInviting(true)}>
              Inviter une personne
            </Button>
          )
        }
      />
      <section className="stack" aria-labelledby="personnes">
        <h2 id="personnes">Personnes</h2>
        <Load from={people}>
          {list => (
            <ul className="people">
              {list.map(person => (
                <PersonRow key={person.id} person={person} onDone={people.reload} />
              ))}
            </ul>
          )}
        </Load>
      </section>
      {may('prepare') && <Links />}
      {inviting && <InviteDialog onClose={() => setInviting(false)} onDone={people.reload} />}
    </div>
  )
}
