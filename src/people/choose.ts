import { Refused } from '../contract/refused.ts'
import type { World } from '../store/world.ts'
import { byName } from './by-name.ts'
import type { SessionOwner } from './sessions.ts'
import { placesOf } from './sign-in/places.ts'
import { referentOf, type Visitor } from './visitor.ts'

export interface TownName {
  readonly insee: string
  readonly name: string
}

/** The towns that she may go to: where her mail has a place; every town of the machine, on localhost alone. */
export async function townsOf(world: World, { insee, person }: Visitor, local: boolean): Promise<TownName[]> {
  const all = (await world.db.selectFrom('town').select(['insee', 'name']).execute()).sort(byName)
  if (local) return all
  const hers = person.mail === null ? [] : await placesOf(world, person.mail)
  return all.filter(town => town.insee === insee || hers.some(place => place.insee === town.insee))
}

/** Her place in another town. */
export async function placeIn(world: World, { person }: Visitor, insee: string, local: boolean): Promise<SessionOwner> {
  const hers = person.mail === null ? [] : await placesOf(world, person.mail)
  const place = hers.find(one => one.insee === insee)?.person ?? (local ? await referentOf(world, insee) : undefined)
  if (!place) throw new Refused(403, 'Vous n’êtes pas invitée ou invité dans cette commune.')
  return { insee, person: place.id }
}

/** Who else could be at the keyboard of this machine. */
export async function personsHere(world: World, insee: string): Promise<{ id: string; name: string }[]> {
  const persons = await world.db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('insee', '=', insee)
    .where('left_at', 'is', null)
    .execute()
  return persons.sort(byName)
}
