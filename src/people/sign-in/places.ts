import type { Selectable } from 'kysely'
import type { PersonTable } from '../../store/tables.ts'
import type { World } from '../../store/world.ts'
import { byName } from '../by-name.ts'

export interface Place {
  readonly insee: string
  readonly name: string
  readonly person: Selectable<PersonTable>
}

/** The towns where a mail may enter, by name. */
export async function placesOf(world: World, mail: string): Promise<Place[]> {
  const persons = await world.db
    .selectFrom('person')
    .selectAll()
    .where('mail', '=', mail)
    .where('left_at', 'is', null)
    .execute()
  if (persons.length === 0) return []
  const towns = await world.db
    .selectFrom('town')
    .select(['insee', 'name'])
    .where(
      'insee',
      'in',
      persons.map(({ insee }) => insee),
    )
    .execute()
  return persons
    .map(person => ({
      insee: person.insee,
      name: towns.find(({ insee }) => insee === person.insee)?.name ?? '',
      person,
    }))
    .sort(byName)
}
