import type { Answers } from '../../../../src/core/diagnosis/score.ts'

export interface Said {
  readonly answer: string
  readonly remark: string
}
interface Given {
  readonly answers: Answers
  readonly remarks: Answers
}

/** Answers on their way to the server, kept on this computer until they are there: a closed tab or a cut network loses none. */
export function waitingAnswers(
  diagnosis: string,
  voice: string,
  storage: Pick<Storage, 'getItem' | 'setItem'> = localStorage,
) {
  const key = `carnet-diagnostic-${diagnosis}-${voice}`
  const waiting = new Map<string, Said>(read(storage, key))
  const keep = () => write(storage, key, [...waiting])
  return {
    wait(question: string, said: Said) {
      waiting.delete(question)
      waiting.set(question, said)
      keep()
    },
    first: (): readonly [string, Said] | undefined => [...waiting][0],
    /** Unless it was answered again meanwhile. */
    sent(question: string, said: Said) {
      if (waiting.get(question) === said) waiting.delete(question)
      keep()
    },
    /** What the server has, under what waits. */
    over({ answers, remarks }: Given): Given {
      const [mine, words] = [{ ...answers }, { ...remarks }]
      for (const [question, said] of waiting) [mine[question], words[question]] = [said.answer, said.remark]
      return { answers: mine, remarks: words }
    },
  }
}

function read(storage: Pick<Storage, 'getItem'>, key: string): [string, Said][] {
  try {
    return JSON.parse(storage.getItem(key) ?? '[]') as [string, Said][]
  } catch {
    // A browser that keeps nothing: the page itself keeps it as long as it is open.
    return []
  }
}

function write(storage: Pick<Storage, 'setItem'>, key: string, waiting: readonly (readonly [string, Said])[]): void {
  try {
    storage.setItem(key, JSON.stringify(waiting))
  } catch {
    // The same.
  }
}
