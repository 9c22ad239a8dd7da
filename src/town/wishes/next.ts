import type { Wish, Wishlist } from '../../contract/wishes.ts'

/** The one thing that brings this list furthest: whom to ask, then what to decide, wish after wish. Pure. */
export function nextOf(wishes: readonly Wish[]): Wishlist['next'] {
  const wanted = wishes.filter(({ decision }) => decision?.value !== 'no')
  const alone = wanted.find(({ service, stage }) => !service && stage === 'waiting-for-file')
  if (alone) return { sentence: `Dites à qui demander « ${alone.title} ».`, wish: alone.slug }
  const missing = wanted.find(({ decision, grade }) => !decision && grade.value === 'black')
  if (missing)
    return { sentence: `« ${missing.title} » semble impossible : décidez ce que vous en faites.`, wish: missing.slug }
  const ready = wanted.find(({ decision, grade }) => !decision && grade.value !== undefined)
  if (ready) return { sentence: `Décidez si vous ouvrez « ${ready.title} ».`, wish: ready.slug }
  return undefined
}
