import { useSyncExternalStore } from 'react'

const query = matchMedia('(width < 40rem)')
const watch = (watcher: () => void) => {
  query.addEventListener('change', watcher)
  return () => query.removeEventListener('change', watcher)
}

/** A phone, or a page at four times its size: cards instead of a wide sheet. */
export const useNarrow = (): boolean => useSyncExternalStore(watch, () => query.matches)
