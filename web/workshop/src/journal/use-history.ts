import { useCallback, useEffect, useState } from 'react'
import type { JournalEntry, JournalPage } from '../../../../src/contract/sets.ts'
import { get, problem } from '../api/index.ts'

/** The history at an address, last first, read on a page at a time. */
export function useHistory(path: string) {
  const [entries, setEntries] = useState<readonly JournalEntry[]>()
  const [next, setNext] = useState<number>()
  const [refused, setRefused] = useState<string>()
  const read = useCallback(
    async (before?: number) => {
      const answer = await get<JournalPage>(before === undefined ? path : `${path}?before=${before}`)
      if (!('value' in answer)) return setRefused(problem(answer))
      const page = answer.value
      setRefused(undefined)
      setNext(page.next)
      setEntries(known => (before === undefined ? page.entries : [...(known ?? []), ...page.entries]))
    },
    [path],
  )
  useEffect(() => {
    void read()
  }, [read])
  return { entries, refused, again: () => void read(), more: next === undefined ? undefined : () => void read(next) }
}
