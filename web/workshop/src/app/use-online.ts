import { useSyncExternalStore } from 'react'

const watch = (told: () => void) => {
  addEventListener('online', told)
  addEventListener('offline', told)
  return () => {
    removeEventListener('online', told)
    removeEventListener('offline', told)
  }
}

/** Does the browser believe that there is a network? */
export const useOnline = (): boolean => useSyncExternalStore(watch, () => navigator.onLine)
