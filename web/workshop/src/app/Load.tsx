import type { ReactNode } from 'react'
import type { Loaded } from '../api/index.ts'
import { Button, Notice, Skeleton } from '../design/index.ts'

interface LoadProps<T> {
  readonly from: Loaded<T>
  readonly lines?: number
  readonly children: (value: T) => ReactNode
}

/** What was read, or its shape while it comes, or why it did not and how to ask again. */
export function Load<T>({ from, lines = 6, children }: LoadProps<T>) {
  if (from.value !== undefined) return children(from.value)
  if (from.loading) return <Skeleton lines={lines} />
  return (
    <Notice kind="attention" live acts={<Button onPress={() => void from.reload()}>Réessayer</Button>}>
      <p>{from.refused ?? 'Carnet ne répond pas. Rien n’est perdu ; réessayez dans un instant.'}</p>
    </Notice>
  )
}
