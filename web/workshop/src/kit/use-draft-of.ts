import { useCallback, useState } from 'react'
import { useSession } from '../api/index.ts'

interface Written {
  readonly name: string
  readonly version: number
  readonly body: string
}

/** What is typed and not saved yet stays on this computer: a closed tab loses nothing. It belongs to the town, and to the version that it was typed over. */
export function useDraftOf({ name, version, body }: Written) {
  const { insee } = useSession().town
  const key = `carnet-texte-${insee}-${name}-${version}`
  const [text, setText] = useState(() => read(key) ?? body)
  const change = useCallback(
    (next: string) => {
      setText(next)
      keep(key, next === body ? undefined : next)
    },
    [key, body],
  )
  const forget = useCallback(() => keep(key, undefined), [key])
  return { text, setText: change, forget }
}

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    // A browser that keeps nothing: the page itself keeps it as long as it is open.
    return undefined
  }
}

function keep(key: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // The same.
  }
}
