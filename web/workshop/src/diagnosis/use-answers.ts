import { useCallback, useEffect, useRef, useState } from 'react'
import type { DiagnosisCard } from '../../../../src/contract/diagnosis.ts'
import type { Answers } from '../../../../src/core/diagnosis/score.ts'
import { problem, put } from '../api/index.ts'
import { type Said, waitingAnswers } from './waiting-answers.ts'

export interface Speaker {
  readonly id: string
  readonly name: string
  /** Somebody without an account, whose answers are typed for her. */
  readonly aloud: boolean
}

export interface AnswersInHand {
  readonly answers: Answers
  readonly remarks: Answers
  readonly say: (question: string, said: Partial<Said>) => void
  readonly state: 'saved' | 'saving'
  readonly refused: string | undefined
  /** Sends what is waited for at once; true when all is kept. */
  readonly flush: () => Promise<boolean>
}

/** Told when the last answers of a page that was left are kept. */
export const ANSWERED = 'carnet-answered'

/** Arrow keys walk through the choices: what is kept is where one stops. */
const REST = 400

/** The answers of one person, kept as she gives them; what could not be sent waits on this computer and is sent again. */
export function useAnswers(card: DiagnosisCard, speaker: Speaker): AnswersInHand {
  const kept = card.voices.find(({ id }) => id === speaker.id)
  const [store] = useState(() => waitingAnswers(card.id, speaker.id))
  const [now, setNow] = useState(() => store.over({ answers: kept?.answers ?? {}, remarks: kept?.remarks ?? {} }))
  const [state, setState] = useState<'saved' | 'saving'>('saved')
  const [refused, setRefused] = useState<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const flush = useSending(card.id, speaker, store, setState, setRefused)

  const latest = useRef(now)

  const say = useCallback(
    (question: string, said: Partial<Said>) => {
      const { answers, remarks } = latest.current
      const whole = { answer: answers[question] ?? '', remark: remarks[question] ?? '', ...said }
      store.wait(question, whole)
      latest.current = {
        answers: { ...answers, [question]: whole.answer },
        remarks: { ...remarks, [question]: whole.remark },
      }
      setNow(latest.current)
      setState('saving')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), REST)
    },
    [store, flush],
  )
  // What another day left behind, and what is left behind by leaving the page.
  useEffect(() => {
    void flush()
    const again = () => void flush()
    addEventListener('online', again)
    return () => {
      removeEventListener('online', again)
      clearTimeout(timer.current)
      // The page that one went to has read the answers before the last one was there.
      if (store.first()) void flush().then(() => dispatchEvent(new Event(ANSWERED)))
    }
  }, [flush, store])
  return { ...now, say, state, refused, flush }
}

type Store = ReturnType<typeof waitingAnswers>

/** One at a time, in order: two answers to one question never cross. */
function useSending(
  id: string,
  speaker: Speaker,
  store: Store,
  setState: (state: 'saved' | 'saving') => void,
  setRefused: (words: string | undefined) => void,
) {
  const line = useRef<Promise<boolean>>(Promise.resolve(true))
  const { id: voice, name, aloud } = speaker
  return useCallback(() => {
    const sendAll = async (): Promise<boolean> => {
      for (let next = store.first(); next; next = store.first()) {
        const [question, said] = next
        const body = { question, ...said, ...(aloud && { voice: { id: voice, name } }) }
        const answer = await put<DiagnosisCard>(`/diagnosis/${id}/answers`, body)
        if (!('value' in answer)) {
          setRefused(problem(answer))
          return false
        }
        store.sent(question, said)
      }
      setRefused(undefined)
      setState('saved')
      return true
    }
    line.current = line.current.then(sendAll, sendAll)
    return line.current
  }, [id, voice, name, aloud, store, setState, setRefused])
}
