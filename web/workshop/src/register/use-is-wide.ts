import { useSyncExternalStore } from 'react'

/** There is room for the map beside the list. */
const WIDE = matchMedia('(min-width: 56rem)')
const watch = (tell: () => void) => {
  WIDE.addEventListener('change', tell)
  return () => WIDE.removeEventListener('change', tell)
}
export const useIsWide = (): boolean => useSyncExternalStore(watch, () => WIDE.matches)
