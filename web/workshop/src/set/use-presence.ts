import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import type { LiveEvent, Presence } from '../../../../src/contract/sets.ts'
import { PAGE, post } from '../api/index.ts'

/** Says where one is, at once when it changes and every twenty seconds, and keeps who else is here. */
export function usePresence(slug: string) {
  const tab = useLocation().pathname.split('/')[3] ?? ''
  const [others, setOthers] = useState<readonly Presence[]>([])
  const cell = useRef<Presence['cell']>(undefined)
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined)
  const say = useCallback(
    () => void post(`/sets/${slug}/presence`, { page: PAGE, tab, ...(cell.current && { cell: cell.current }) }),
    [slug, tab],
  )
  useEffect(() => {
    say()
    const timer = setInterval(say, 20_000)
    return () => clearInterval(timer)
  }, [say])
  useEffect(() => {
    const leave = () => tellLeft(slug)
    addEventListener('pagehide', leave)
    // A page that the browser kept and shows again is here again.
    addEventListener('pageshow', say)
    return () => {
      removeEventListener('pagehide', leave)
      removeEventListener('pageshow', say)
    }
  }, [slug, say])
  useEffect(
    () => () => {
      clearTimeout(soon.current)
      tellLeft(slug)
    },
    [slug],
  )
  const lookAt = useCallback(
    (now: Presence['cell']) => {
      cell.current = now
      // Walking through cells with an arrow held down is told once it stops.
      clearTimeout(soon.current)
      soon.current = setTimeout(say, 400)
    },
    [say],
  )
  const hear = useCallback((event: LiveEvent) => {
    if (event.type === 'presence') setOthers(event.people.filter(({ page }) => page !== PAGE))
  }, [])
  return { others, lookAt, hear }
}

/** A page that goes has no time to wait for an answer: the browser sends this after it. */
function tellLeft(slug: string): void {
  const body = JSON.stringify({ page: PAGE, tab: '', left: true })
  navigator.sendBeacon(`/api/atelier/sets/${slug}/presence`, new Blob([body], { type: 'application/json' }))
}
