import { useState } from 'react'
import type { UploadCard } from '../../../../../src/contract/sets.ts'
import { get, problem, upload } from '../../api/index.ts'
import { untilDone } from '../shared/use-job.ts'

interface NewFile {
  readonly pending: boolean
  readonly refused: string | undefined
  readonly send: (file: File) => Promise<void>
}

/** Sends the file and waits until it is read. */
export function useNewFile(onRead: (upload: string) => void): NewFile {
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<string>()
  const send = async (file: File) => {
    setPending(true)
    setRefused(undefined)
    const found = await sent(file)
    setPending(false)
    if ('refused' in found) setRefused(found.refused)
    else onRead(found.id)
  }
  return { pending, refused, send }
}

async function sent(file: File): Promise<{ readonly id: string } | { readonly refused: string }> {
  const answer = await upload<readonly UploadCard[]>('/uploads', [file])
  if (!('value' in answer)) return { refused: problem(answer) }
  const card = answer.value[0]!
  if (card.reading !== undefined) await untilDone(card.reading, () => undefined)
  const read = card.reading === undefined ? { value: card } : await get<UploadCard>(`/uploads/${card.id}`)
  if (!('value' in read)) return { refused: problem(read) }
  return read.value.unreadable === undefined ? { id: card.id } : { refused: read.value.unreadable }
}
