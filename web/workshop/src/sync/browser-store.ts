import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { type EditStore, type KeptEdit, memoryStore } from './edit-store.ts'

interface Kept extends KeptEdit {
  readonly scope: string
}
/** The text of a cell that is being typed: the editor is open, nothing is decided yet. One a page. */
export interface Draft {
  readonly page: string
  readonly scope: string
  readonly edit: KeptEdit
}
interface Shape extends DBSchema {
  edits: { key: number; value: Kept; indexes: { scope: string; key: string } }
  drafts: { key: string; value: Draft; indexes: { scope: string } }
}

export interface BrowserStore extends EditStore {
  keepDraft(draft: Draft): Promise<void>
  dropDraft(page: string): Promise<void>
  drafts(scope: string): Promise<readonly Draft[]>
}

/** Typing in the browser's own database, which outlives the page. */
export async function openBrowserStore(): Promise<BrowserStore> {
  try {
    return storeOver(await open())
  } catch {
    return {
      ...memoryStore(),
      keepDraft: async () => undefined,
      dropDraft: async () => undefined,
      drafts: async () => [],
    }
  }
}

const open = (): Promise<IDBPDatabase<Shape>> =>
  openDB<Shape>('carnet', 1, {
    upgrade(database) {
      const edits = database.createObjectStore('edits', { autoIncrement: true })
      edits.createIndex('scope', 'scope')
      edits.createIndex('key', 'key', { unique: true })
      database.createObjectStore('drafts', { keyPath: 'page' }).createIndex('scope', 'scope')
    },
  })

function storeOver(database: IDBPDatabase<Shape>): BrowserStore {
  return {
    // `strict`: the promise holds once the bytes are on the disk, not in a cache that a power cut would take. Over both stores: the draft of a cell
    // is dropped after its edit is kept, not beside.
    async add(scope, edits) {
      const change = database.transaction(['edits', 'drafts'], 'readwrite', { durability: 'strict' })
      const kept = change.objectStore('edits')
      for (const edit of edits) void kept.add({ ...edit, scope })
      change.commit()
      await change.done
    },
    async all(scope) {
      const kept = await database.getAllFromIndex('edits', 'scope', scope)
      return kept.map(({ scope: _, ...edit }) => edit)
    },
    async remove(_scope, keys) {
      const change = database.transaction('edits', 'readwrite')
      for (const key of keys) {
        const place = await change.store.index('key').getKey(key)
        if (place !== undefined) void change.store.delete(place)
      }
      await change.done
    },
    async refuse(_scope, key, refused) {
      const change = database.transaction('edits', 'readwrite')
      const place = await change.store.index('key').getKey(key)
      const kept = place === undefined ? undefined : await change.store.get(place)
      if (kept) void change.store.put({ ...kept, refused }, place)
      await change.done
    },
    // Committed in the same breath: a page that closes now answers nothing any more, and what waits for its answer is undone.
    async keepDraft(draft) {
      const change = database.transaction('drafts', 'readwrite', { durability: 'relaxed' })
      void change.store.put(draft)
      change.commit()
      await change.done
    },
    async dropDraft(page) {
      await database.delete('drafts', page)
    },
    drafts: scope => database.getAllFromIndex('drafts', 'scope', scope),
  }
}
