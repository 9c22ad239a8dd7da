import { useEffect, useRef, useState } from 'react'
import type { LiveEvent } from '../../../../src/contract/sets.ts'

const TYPES: readonly LiveEvent['type'][] = ['entry', 'presence', 'job']

/**
 * Server-sent events of an address. EventSource connects again by itself after a cut; when the server refuses, it is tried again every five
 * seconds. `onAgain` is told when the line is back: events may have been missed, so what is shown must be read again.
 */
export function useLive(path: string | null, onEvent: (event: LiveEvent) => void, onAgain: () => void): boolean {
  const [connected, setConnected] = useState(true)
  const latest = useRef({ onEvent, onAgain })
  useEffect(() => {
    latest.current = { onEvent, onAgain }
  })
  useEffect(() => {
    if (path === null) return
    const line = listen(path, {
      event: event => latest.current.onEvent(event),
      open: again => {
        setConnected(true)
        if (again) latest.current.onAgain()
      },
      cut: () => setConnected(false),
    })
    return () => line.close()
  }, [path])
  return connected
}

interface Listener {
  event(event: LiveEvent): void
  open(again: boolean): void
  cut(): void
}

function listen(path: string, listener: Listener): { close(): void } {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  let opened = false
  const connect = () => {
    source = new EventSource(`/api/atelier${path}`)
    source.onopen = () => {
      listener.open(opened)
      opened = true
    }
    source.onerror = () => {
      listener.cut()
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(connect, 5000)
    }
    for (const type of TYPES)
      source.addEventListener(type, message => listener.event(JSON.parse((message as MessageEvent<string>).data)))
  }
  connect()
  return {
    close() {
      clearTimeout(timer)
      source.close()
    },
  }
}
