import { useCallback, useReducer } from 'react'
import { useNavigate } from 'react-router'
import type { SetState, UploadCard } from '../../../../../src/contract/sets.ts'
import { type Answer, get, post, problem, upload } from '../../api/index.ts'
import { announce, type Pasted } from '../../design/index.ts'
import { useSet } from '../set-context.ts'
import { cancelJob, untilDone } from '../shared/use-job.ts'
import { quoted } from '../shared/words.ts'
import { type Arrival, arrivalsReducer, pastedText } from './arrivals.ts'

export interface Arrivals {
  readonly arrivals: readonly Arrival[]
  readonly takeFiles: (files: readonly File[]) => void
  readonly takePaste: (pasted: Pasted) => void
  /** Beside the files that are there. */
  readonly addBeside: (arrivals: readonly Arrival[]) => void
  /** Instead of last year's: the page that shows what would change. */
  readonly replace: (arrival: Arrival, instead: string) => void
  readonly forget: (arrival: Arrival) => void
}

type Sending = () => Promise<Answer<readonly UploadCard[]>>

/** Files on their way: sent one by one, so that one refused does not hold the others. */
export function useArrivals(): Arrivals {
  const { state, reload } = useSet()
  const navigate = useNavigate()
  const [arrivals, tell] = useReducer(arrivalsReducer, [])
  const { slug } = state
  const move = useCallback((key: string, to: Partial<Arrival>) => tell({ type: 'moved', key, to }), [])
  const refuse = useCallback(
    (key: string, name: string, reason: string) => {
      move(key, { state: 'refused', reason })
      announce(`${quoted(name)} n’a pas pu être ajouté. ${reason}`)
    },
    [move],
  )
  const add = useCallback(
    async (key: string, card: UploadCard) => {
      move(key, { state: 'adding', upload: card })
      const answer = await post<SetState>(`/sets/${slug}/sources`, { upload: card.id })
      if (!('value' in answer)) return refuse(key, card.name, problem(answer))
      tell({ type: 'gone', key })
      announce(`${quoted(card.name)} est ajouté.`)
      await reload()
    },
    [slug, reload, move, refuse],
  )
  const receive = useCallback(
    async (key: string, name: string, send: Sending, ask: boolean) => {
      const answer = await send()
      if (!('value' in answer)) return refuse(key, name, problem(answer))
      const card = await read(answer.value[0]!, to => move(key, to))
      if (card?.unreadable !== undefined) return refuse(key, name, card.unreadable)
      if (!card) return refuse(key, name, 'La lecture a été arrêtée. Le fichier reste dans vos fichiers reçus.')
      if (ask) return move(key, { state: 'asking', upload: card })
      await add(key, card)
    },
    [add, move, refuse],
  )
  const take = useCallback(
    async (sent: readonly { readonly name: string; readonly send: Sending }[]) => {
      const ask = state.sourceCards.some(({ replacedBy }) => replacedBy === undefined)
      const keyed = sent.map(one => ({ ...one, key: crypto.randomUUID() }))
      for (const { key, name } of keyed) tell({ type: 'sent', key, name })
      // In the order chosen: the first one becomes the main file.
      for (const { key, name, send } of keyed) await receive(key, name, send, ask)
    },
    [state.sourceCards, receive],
  )
  return {
    arrivals,
    takeFiles: files => void take(files.map(file => ({ name: file.name, send: () => upload('/uploads', [file]) }))),
    takePaste: pasted =>
      void take([{ name: 'Votre collage', send: () => post('/uploads', { text: pastedText(pasted) }) }]),
    addBeside: async several => {
      for (const { key, upload: card } of several) if (card) await add(key, card)
    },
    replace: ({ upload: card }, instead) => {
      if (card) void navigate(`../nouveau-fichier?fichier=${card.id}&remplace=${instead}`)
    },
    forget: ({ key, job }) => {
      if (job !== undefined) void cancelJob(job)
      tell({ type: 'gone', key })
    },
  }
}

/** A big file is read by a job: what the person sees meanwhile is told by `move`. */
async function read(card: UploadCard, move: (to: Partial<Arrival>) => void): Promise<UploadCard | undefined> {
  if (card.reading === undefined) return card
  move({ state: 'reading', job: card.reading, upload: card })
  const job = await untilDone(card.reading, ({ progress }) => move({ progress }))
  if (job?.state === 'cancelled') return undefined
  const answer = await get<UploadCard>(`/uploads/${card.id}`)
  return 'value' in answer ? answer.value : undefined
}
