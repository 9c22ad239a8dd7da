import type { UploadCard } from '../../../../../src/contract/sets.ts'

/** A file on its way into the set. */
export interface Arrival {
  readonly key: string
  readonly name: string
  readonly state: 'sending' | 'reading' | 'asking' | 'adding' | 'refused'
  /** 0 to 1, while a big file is read. */
  readonly progress?: number
  readonly job?: string
  readonly upload?: UploadCard
  /** Why it did not come in. */
  readonly reason?: string
}

export type ArrivalsAct =
  | { readonly type: 'sent'; readonly key: string; readonly name: string }
  | { readonly type: 'moved'; readonly key: string; readonly to: Partial<Omit<Arrival, 'key' | 'name'>> }
  | { readonly type: 'gone'; readonly key: string }

export function arrivalsReducer(arrivals: readonly Arrival[], act: ArrivalsAct): readonly Arrival[] {
  switch (act.type) {
    case 'sent':
      return [...arrivals, { key: act.key, name: act.name, state: 'sending' }]
    case 'moved':
      return arrivals.map(one => (one.key === act.key ? { ...one, ...act.to } : one))
    case 'gone':
      return arrivals.filter(({ key }) => key !== act.key)
  }
}

/** Those whose place in the set is to be said: beside the others, or instead of last year's. */
export const asking = (arrivals: readonly Arrival[]): readonly Arrival[] =>
  arrivals.filter(({ state }) => state === 'asking')

/** A range copied from a sheet is its text; from a page, the page's own table says where cells end. */
export function pastedText({ text, html }: { readonly text: string; readonly html?: string }): string {
  const isTable = text.includes('\t')
  return !isTable && html !== undefined && /<table[\s>]/i.test(html) ? html : text
}
