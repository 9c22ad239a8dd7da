import { useCallback, useEffect, useState } from 'react'
import type { Logbook, LogbookDay } from '../../../../src/contract/logbook.ts'
import { get, problem } from '../api/index.ts'

/** The days, last first, read on a page at a time. */
export function useLogbook() {
  const [today, setToday] = useState<string>()
  const [days, setDays] = useState<readonly LogbookDay[]>()
  const [next, setNext] = useState<string>()
  const [refused, setRefused] = useState<string>()
  const read = useCallback(async (query: string, keep: boolean) => {
    const answer = await get<Logbook>(`/logbook${query}`)
    if (!('value' in answer)) {
      setRefused(problem(answer))
      return false
    }
    setRefused(undefined)
    setToday(answer.value.today)
    setNext(answer.value.next)
    setDays(known => [...(keep ? (known ?? []) : []), ...answer.value.days])
    return true
  }, [])
  useEffect(() => {
    void read('', false)
  }, [read])
  /** A day written by hand takes its place among the others; one without a word left goes. */
  const change = useCallback((day: LogbookDay) => {
    const stays = day.sentences.length > 0 || day.note.body.trim() !== ''
    setDays(known =>
      [...(known ?? []).filter(one => one.day !== day.day), ...(stays ? [day] : [])].sort((a, b) =>
        a.day < b.day ? 1 : -1,
      ),
    )
  }, [])
  return {
    ...{ today, days, refused, change },
    again: () => void read('', false),
    more: next === undefined ? undefined : () => void read(`?before=${next}`, true),
    whole: async () => next === undefined || read('?all=1', false),
  }
}
