import { FREQUENCY_WORDS } from '../../core/fiche/questions.ts'
import { type CalendarEvent, icsOf } from '../calendar/ics.ts'
import { hasDue, type PromisedSet } from './sets.ts'

/** The next updates of these sets. Imported again after one, its event takes its new day. */
export const updatesCalendar = (
  name: string,
  sets: readonly PromisedSet[],
  { publicUrl, now }: { readonly publicUrl: string; readonly now: string },
): string =>
  icsOf(
    name,
    sets.filter(hasDue).map(set => eventOf(set, publicUrl)),
    now,
  )

function eventOf(set: PromisedSet & { readonly due: string }, publicUrl: string): CalendarEvent {
  const address = updateAddress(publicUrl, set.slug)
  return {
    uid: `mise-a-jour-${set.insee}-${set.id}@carnet`,
    title: `Mettre à jour : ${set.title}`,
    words: `${FREQUENCY_WORDS[set.frequency]}. Refaire les mêmes étapes sur le nouveau fichier : ${address}`,
    address,
    day: set.due,
    toldBefore: 7,
  }
}

/** « Refaire les mêmes étapes sur le nouveau fichier », one click away. */
export const updateAddress = (publicUrl: string, slug: string): string =>
  `${publicUrl}/atelier/jeux/${slug}/nouveau-fichier`
