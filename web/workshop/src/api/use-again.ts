import { useEffect } from 'react'

/** While something goes on at the server, what is shown is asked again every second and a half. */
export function useAgain(reload: () => Promise<void>, wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return
    const timer = setInterval(() => void reload(), 1500)
    return () => clearInterval(timer)
  }, [reload, wanted])
}
