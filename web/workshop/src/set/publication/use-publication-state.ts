import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { PublicationState } from '../../../../../src/contract/publication.ts'
import { drawKey, type Loaded, patch, post, problem, useAgain, useApi } from '../../api/index.ts'
import { announce, toast } from '../../design/index.ts'
import { useSet } from '../set-context.ts'
import type { PublicationContextValue } from './publication-context.ts'

export interface PublicationLoaded {
  readonly loaded: Loaded<PublicationState>
  readonly context: PublicationContextValue | undefined
}

/** Where the opening of the set stands, read again when anybody changes it and while Carnet looks at the table. */
export function usePublicationState(): PublicationLoaded {
  const { state: set, onLive, reload: reloadSet } = useSet()
  const base = `/sets/${set.slug}`
  const loaded = useApi<PublicationState>(`${base}/publication`)
  const { value, reload, put } = loaded
  useEffect(() => onLive(event => void (event.type === 'entry' && reload())), [onLive, reload])
  useAgain(reload, value !== undefined && isLooking(value))
  const sending = useRef(false)
  const [busy, setBusy] = useState(false)
  const ask = useCallback<PublicationContextValue['ask']>(
    async (path, body, said, method) => {
      if (sending.current) return undefined
      sending.current = true
      setBusy(true)
      const send = method === 'PATCH' ? patch<PublicationState> : post<PublicationState>
      const answer = await send(`${base}/${path}`, { ...body, key: drawKey() })
      sending.current = false
      setBusy(false)
      if (!('value' in answer)) return problem(answer)
      put(answer.value)
      if (path === 'fiche') toast({ text: said, action: { label: 'Annuler', run: () => void undo() } })
      else announce(said)
      void reloadSet()
      return undefined
    },
    [base, put, reloadSet],
  )
  const undo = useCallback(async () => {
    const answer = await post(`${base}/undo`, { key: drawKey() })
    if (!('value' in answer)) return toast({ kind: 'error', text: problem(answer) })
    await reload()
    announce('Annulé.')
  }, [base, reload])
  const context = useMemo(() => value && { state: value, reload, ask, busy }, [value, reload, ask, busy])
  return { loaded, context }
}

const isLooking = ({ guard, blockers }: PublicationState): boolean =>
  guard.state === 'looking' || blockers.some(({ kind }) => kind === 'unchecked')
