import type { Actor, World } from '../store/world.ts'
import { placesOf } from './sign-in/places.ts'
import type { Visitor } from './visitor.ts'

/**
 * Who may bring a town into this Carnet and lead a campaign: somebody who coaches a town, whichever she looks at now; and the referent when nobody
 * but this machine can reach it. The referent of a shared Carnet may not: the public reads what a town opens, in its own name.
 */
export async function isCoach(world: World, { person, rights }: Visitor, local: boolean): Promise<boolean> {
  if (local) return rights.includes('town') || person.role === 'coach'
  if (person.mail === null) return person.role === 'coach'
  return (await placesOf(world, person.mail)).some(place => place.person.role === 'coach')
}

/** Herself in a town where she has a place, as her acts are signed there. */
export async function actorIn(world: World, { person }: Visitor, insee: string): Promise<Actor> {
  const hers = person.mail === null ? [] : await placesOf(world, person.mail)
  const place = hers.find(one => one.insee === insee)?.person ?? person
  return { insee, id: place.id, name: place.name }
}
