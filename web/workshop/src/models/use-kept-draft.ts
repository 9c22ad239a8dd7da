import { useCallback, useState } from 'react'
import { type KeyedDraft, unkeyed } from './edit-draft.ts'

const KEY = 'carnet-modele'

function read(): KeyedDraft | undefined {
  try {
    const text = localStorage.getItem(KEY)
    return text === null ? undefined : (JSON.parse(text) as KeyedDraft)
  } catch {
    // A browser that keeps nothing, or what an older Carnet kept.
    return undefined
  }
}

/** The model being made: half an hour of work is not lost with the tab. */
export function useKeptDraft() {
  const [draft, setDraft] = useState(read)
  const change = useCallback((next: KeyedDraft | undefined) => {
    setDraft(next)
    try {
      if (next && unkeyed(next).fields.length > 0) localStorage.setItem(KEY, JSON.stringify(next))
      else localStorage.removeItem(KEY)
    } catch {
      // The page itself keeps it as long as it is open.
    }
  }, [])
  return { draft, change }
}
