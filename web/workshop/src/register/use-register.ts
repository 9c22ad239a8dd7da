import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Register, RegisterAct, RegisterNode } from '../../../../src/contract/register.ts'
import { type TreeItem, treeOf } from '../../../../src/core/town/register/tree.ts'
import { drawKey, type Loaded, post, problem, useApi } from '../api/index.ts'
import { toast } from '../design/index.ts'

export interface RegisterActs {
  /** Kept when it resolves; a sentence when it was refused. */
  readonly act: (act: RegisterAct) => Promise<string | undefined>
  readonly turn: (way: 'undo' | 'redo') => Promise<void>
}

/** The register, read again when the page is looked at again: colleagues may have written in it. */
export function useRegister(): { readonly register: Loaded<Register>; readonly acts: RegisterActs } {
  const register = useApi<Register>('/register')
  const { put, reload } = register
  useEffect(() => {
    const again = () => document.visibilityState === 'visible' && void reload()
    document.addEventListener('visibilitychange', again)
    return () => document.removeEventListener('visibilitychange', again)
  }, [reload])
  const act = useCallback(
    async (sent: RegisterAct) => {
      const answer = await post<Register>('/register/acts', { key: drawKey(), act: sent })
      if ('value' in answer) {
        put(answer.value)
        return undefined
      }
      void reload()
      return problem(answer)
    },
    [put, reload],
  )
  const turn = useCallback(
    async (way: 'undo' | 'redo') => {
      const answer = await post<Register>(`/register/${way}`, { key: drawKey() })
      if ('value' in answer) put(answer.value)
      toast(
        'value' in answer
          ? { text: way === 'undo' ? 'C’est annulé.' : 'C’est rétabli.' }
          : { text: problem(answer), kind: 'error' },
      )
    },
    [put],
  )
  return { register, acts: useMemo(() => ({ act, turn }), [act, turn]) }
}

export interface View {
  readonly tree: TreeItem<RegisterNode>
  readonly nodes: ReadonlyMap<string, RegisterNode>
  readonly selected: RegisterNode | undefined
  readonly select: (id: string | undefined) => void
  readonly folded: ReadonlySet<string>
  readonly fold: (key: string) => void
  readonly setFolded: (keys: ReadonlySet<string>) => void
}

/** What is chosen and what is folded: the list and the map show the same. */
export function useView(register: Register): View {
  const [id, select] = useState<string>()
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const tree = useMemo(() => treeOf(register), [register])
  const nodes = useMemo(() => new Map(register.nodes.map(node => [node.id, node])), [register])
  const fold = useCallback((key: string) => {
    setFolded(before => {
      const after = new Set(before)
      if (!after.delete(key)) after.add(key)
      return after
    })
  }, [])
  return { tree, nodes, selected: id === undefined ? undefined : nodes.get(id), select, folded, fold, setFolded }
}
