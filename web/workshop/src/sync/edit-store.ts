import type { Act } from '../../../../src/contract/sets.ts'

/** An act on a set that the server has not acknowledged yet. */
export interface KeptEdit {
  /** Drawn here: sent twice, it is done once. */
  readonly key: string
  /** The page that wrote it. */
  readonly page: string
  readonly act: Act
  /** Why the server would not do it: kept until the person has read it. */
  readonly refused?: string
}

/** Where typing is kept until it is acknowledged. `scope` is one person's work on one set: another person's is never sent under her name. */
export interface EditStore {
  /** Resolved once the edits would survive the browser's death. */
  add(scope: string, edits: readonly KeptEdit[]): Promise<void>
  /** In the order in which they were added, whatever the tab. */
  all(scope: string): Promise<readonly KeptEdit[]>
  remove(scope: string, keys: readonly string[]): Promise<void>
  refuse(scope: string, key: string, sentence: string): Promise<void>
}

/** For browsers that keep nothing (private windows of some): the page itself, as long as it is open. */
export function memoryStore(): EditStore {
  const scopes = new Map<string, Map<string, KeptEdit>>()
  const of = (scope: string) => {
    let edits = scopes.get(scope)
    if (!edits) scopes.set(scope, (edits = new Map()))
    return edits
  }
  return {
    add: async (scope, edits) => {
      for (const edit of edits) of(scope).set(edit.key, edit)
    },
    all: async scope => [...of(scope).values()],
    remove: async (scope, keys) => {
      for (const key of keys) of(scope).delete(key)
    },
    refuse: async (scope, key, refused) => {
      const edit = of(scope).get(key)
      if (edit) of(scope).set(key, { ...edit, refused })
    },
  }
}
