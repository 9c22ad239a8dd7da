import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Values } from './check-row.ts'

interface Shape extends DBSchema {
  forms: { key: string; value: Values }
}

/** A database of its own: what is being typed, whatever becomes of the rest. A browser that keeps nothing works without. */
let opening: Promise<IDBPDatabase<Shape> | undefined> | undefined
const database = () =>
  (opening ??= openDB<Shape>('carnet-saisie', 1, { upgrade: one => void one.createObjectStore('forms') }).catch(
    () => undefined,
  ))

/** Committed in the same breath: a page that closes now answers nothing any more, and what waits for its answer is undone. */
function keep(forms: IDBPDatabase<Shape> | undefined, key: string, values: Values): void {
  if (!forms) return
  const change = forms.transaction('forms', 'readwrite', { durability: 'relaxed' })
  if (Object.values(values).every(value => value === '')) void change.store.delete(key)
  else void change.store.put(values, key)
  change.commit()
}

type Change = (values: (before: Values) => Values) => void

/** The form as it is being typed: kept at each keystroke, found again when the tab was closed. */
export function useDraft(key: string): { readonly values: Values; readonly change: Change; readonly ready: boolean } {
  const [state, setState] = useState<{ readonly key: string; readonly values: Values }>()
  const latest = useRef<Values>({})
  const kept = useRef<IDBPDatabase<Shape>>(undefined)
  useEffect(() => {
    let left = false
    void database().then(async forms => {
      const found = await forms?.get('forms', key)
      if (left) return
      kept.current = forms
      latest.current = found ?? {}
      setState({ key, values: latest.current })
    })
    return () => {
      left = true
    }
  }, [key])
  const change = useCallback<Change>(
    next => {
      latest.current = next(latest.current)
      setState({ key, values: latest.current })
      keep(kept.current, key, latest.current)
    },
    [key],
  )
  return state?.key === key ? { values: state.values, change, ready: true } : { values: {}, change, ready: false }
}
