import { useRef, useState } from 'react'
import type { Wish, WishBox, WishDecision, WishGrade, Wishlist, WishPlace } from '../../../../src/contract/wishes.ts'
import { type Answer, type Loaded, post, problem, put, useApi } from '../api/index.ts'
import { announce, toast } from '../design/index.ts'

/** What a person does to one line of the list. */
export interface WishActs {
  move(wish: Wish, to: number): void
  service(wish: Wish, place: WishPlace, name: string | null): void
  box(wish: Wish, box: WishBox, on: boolean | null): void
  grade(wish: Wish, grade: WishGrade | null): void
  decide(wish: Wish, decision: WishDecision | null, why: string): Promise<boolean>
}

/** The town's wishlist, and its acts: each answers the list, only the last answer is shown. */
export function useWishes(): { list: Loaded<Wishlist>; acts: WishActs } {
  const list = useApi<Wishlist>('/wishes')
  const [queue] = useState(() => ({ last: Promise.resolve() as Promise<unknown> }))
  const asked = useRef(0)
  const act = async (send: () => Promise<Answer<Wishlist>>): Promise<boolean> => {
    const mine = ++asked.current
    // One after the other: what is pressed twice is done twice, in that order.
    const sent = queue.last.then(send)
    queue.last = sent
    const answer = await sent
    if (!('value' in answer)) {
      toast({ text: problem(answer), kind: 'error' })
      await list.reload()
      return false
    }
    if (mine === asked.current) list.put(answer.value)
    return true
  }
  const to = (wish: Wish, what: string, body: object) => act(() => put<Wishlist>(`/wishes/${wish.slug}/${what}`, body))
  const acts: WishActs = {
    move(wish, place) {
      const wishes = moved(list.value?.wishes ?? [], wish, place)
      if (list.value) list.put({ ...list.value, wishes })
      announce(`« ${wish.title} » est maintenant au rang ${place} sur ${wishes.length}.`)
      void act(() => post<Wishlist>(`/wishes/${wish.slug}/move`, { to: place }))
    },
    service: (wish, place, name) => void to(wish, 'service', { place, name }),
    box: (wish, box, on) => void to(wish, 'box', { box, on }),
    grade: (wish, grade) => void to(wish, 'grade', { grade }),
    decide: (wish, decision, why) => to(wish, 'decision', { decision, why }),
  }
  return { list, acts }
}

/** Shown at once, before the server has answered. */
function moved(wishes: readonly Wish[], wish: Wish, place: number): Wish[] {
  const order = wishes.filter(({ slug }) => slug !== wish.slug)
  order.splice(place - 1, 0, wish)
  return order.map((one, at) => ({ ...one, rank: at + 1 }))
}
