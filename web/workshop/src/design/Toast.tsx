import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from './Button.tsx'
import { french } from './french.ts'
import './notice.css'

interface ToastWords {
  readonly text: string
  readonly kind?: 'ok' | 'error'
  /** One act, mostly « Annuler ». */
  readonly action?: { readonly label: string; readonly run: () => void }
}
type Shown = ToastWords & { readonly id: number }

let shown: readonly Shown[] = []
let said = ''
let next = 0
const watchers = new Set<() => void>()
const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}
const tell = () => {
  for (const watcher of watchers) watcher()
}

/** Says a sentence to screen readers, politely: what changed and cannot be seen by them. */
export function announce(text: string): void {
  // The same sentence twice is said twice: a no-break space makes it another text.
  said = text === said ? `${text}\u00a0` : text
  tell()
}

/** A short message at the foot of the page, at its head on a phone. It goes after ten seconds, unless it is an error or is being read. */
export function toast(words: ToastWords): void {
  shown = [...shown.slice(-2), { ...words, id: next++ }]
  announce(words.text)
}
const close = (id: number) => {
  shown = shown.filter(one => one.id !== id)
  tell()
}

/** Mounted once, beside the pages: the messages, and the one live region. */
export function Messages() {
  const toasts = useSyncExternalStore(watch, () => shown)
  const text = useSyncExternalStore(watch, () => said)
  return (
    <>
      <div role="status" aria-live="polite" className="sr-only">
        {text}
      </div>
      {toasts.length > 0 && (
        <section className="c-toasts" aria-label="Messages">
          {toasts.map(one => (
            <OneToast key={one.id} {...one} />
          ))}
        </section>
      )}
    </>
  )
}

function OneToast({ id, text, kind = 'ok', action }: Shown) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held || kind === 'error') return
    const timer = setTimeout(() => close(id), 10_000)
    return () => clearTimeout(timer)
  }, [held, id, kind])
  const hold = { onMouseEnter: () => setHeld(true), onMouseLeave: () => setHeld(false) }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only keeps the message longer
    <div className={`c-toast c-toast-${kind}`} {...hold} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <span>{french(text)}</span>
      {action && (
        <Button
          kind="quiet"
          size="small"
          onPress={() => {
            action.run()
            close(id)
          }}
        >
          {action.label}
        </Button>
      )}
      <Button kind="quiet" size="small" icon="close" aria-label="Fermer ce message" onPress={() => close(id)} />
    </div>
  )
}
