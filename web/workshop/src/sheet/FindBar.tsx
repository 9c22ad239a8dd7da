import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { announce, Button, Checkbox, Icon } from '../design/index.ts'
import type { SearchMatch } from '../worker/protocol.ts'
import type { Place } from './selection.ts'
import type { SheetActions } from './sheet-actions.ts'

interface FindBarProps {
  readonly rows: readonly number[]
  /** Changes when the table does: what is found is looked for again. */
  readonly version: number
  readonly canWrite: boolean
  readonly actions: SheetActions
  readonly onGo: (place: Place) => void
  readonly onClose: () => void
}
type Found = SearchMatch & Place

/** Find and replace in what is shown, with how many cells before, and after. */
export function FindBar({ rows, version, canWrite, actions, onGo, onClose }: FindBarProps) {
  const [text, setText] = useState('')
  const [replacement, setReplacement] = useState('')
  const [exact, setExact] = useState(false)
  const [whole, setWhole] = useState(false)
  const [result, setResult] = useState('')
  const [at, setAt] = useState(-1)
  const found = useMatches(rows, version, actions, { text, exact, whole, replacement })
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const go = (way: 1 | -1) => {
    if (found.length === 0) return
    const next = (at + way + found.length) % found.length
    setAt(next)
    onGo(found[next]!)
    announce(`${next + 1} sur ${found.length}`)
  }
  const replace = (some: readonly Found[]) => {
    const count = actions.write(some.map(({ row, column, to }) => ({ row, column, to: to! })))
    const words = `${count} ${count > 1 ? 'cases remplacées' : 'case remplacée'} sur ${found.length}. Ctrl + Z annule.`
    setResult(words)
    announce(words)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    if (event.key === 'Enter' && event.target === input.current) go(event.shiftKey ? -1 : 1)
  }
  const change = (next: string) => {
    setText(next)
    setResult('')
    setAt(-1)
  }
  const one = found[at]
  return (
    <search className="sheet-find" aria-label="Chercher dans le tableau" onKeyDown={onKeyDown}>
      <div className="row">
        <label className="sheet-find-field">
          <span className="sr-only">Chercher</span>
          <Icon name="search" size={18} />
          <input ref={input} value={text} placeholder="Chercher" onChange={event => change(event.target.value)} />
        </label>
        <span className="small sheet-find-count" role="status">
          {text === '' ? '' : at >= 0 ? `${at + 1} sur ${found.length}` : casesFound(found.length)}
        </span>
        <Button
          size="small"
          icon="arrow-up"
          aria-label="Précédente"
          isDisabled={found.length === 0}
          onPress={() => go(-1)}
        />
        <Button
          size="small"
          icon="arrow-down"
          aria-label="Suivante"
          isDisabled={found.length === 0}
          onPress={() => go(1)}
        />
        <Checkbox isSelected={exact} onChange={setExact}>
          Majuscules et accents
        </Checkbox>
        <Checkbox isSelected={whole} onChange={setWhole}>
          Case entière
        </Checkbox>
        <Button size="small" kind="quiet" icon="close" aria-label="Fermer la recherche" onPress={onClose} />
      </div>
      {canWrite && (
        <div className="row">
          <label className="sheet-find-field">
            <span className="sr-only">Remplacer par</span>
            <Icon name="edit" size={18} />
            <input
              value={replacement}
              placeholder="Remplacer par"
              onChange={event => setReplacement(event.target.value)}
            />
          </label>
          <Button
            size="small"
            isDisabled={!one}
            onPress={() => {
              if (one) replace([one])
            }}
          >
            Remplacer
          </Button>
          <Button size="small" kind="primary" isDisabled={found.length === 0} onPress={() => replace(found)}>
            {found.length === 0 ? 'Tout remplacer' : `Remplacer les ${found.length}`}
          </Button>
          <span className="small" role="status">
            {result}
          </span>
        </div>
      )}
    </search>
  )
}

const casesFound = (count: number): string =>
  count === 0 ? 'Aucune case' : count === 1 ? '1 case' : `${count.toLocaleString('fr-FR')} cases`

interface Wanted {
  readonly text: string
  readonly exact: boolean
  readonly whole: boolean
  readonly replacement: string
}

function useMatches(
  rows: readonly number[],
  version: number,
  { search }: SheetActions,
  { text, exact, whole, replacement }: Wanted,
): readonly Found[] {
  const [found, setFound] = useState<readonly Found[]>([])
  useEffect(() => {
    let wanted = true
    const timer = setTimeout(async () => {
      const matches = text === '' ? [] : await search({ text, exact, whole, replacement })
      if (!wanted) return
      const places = new Map(rows.map((row, at) => [row, at]))
      setFound(matches.flatMap(match => (places.has(match.row) ? [{ ...match, at: places.get(match.row)! }] : [])))
    }, 120)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [rows, version, search, text, exact, whole, replacement])
  return found
}
