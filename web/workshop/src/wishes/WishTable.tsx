import { type RefObject, useEffect, useRef, useState } from 'react'
import { BOX_WORDS, WISH_BOXES, type Wish } from '../../../../src/contract/wishes.ts'
import { WishRow } from './WishRow.tsx'

interface WishTableProps {
  readonly wishes: readonly Wish[]
  /** The line that was just added: the focus goes there. */
  readonly added: string | undefined
  readonly onOpen: (wish: Wish) => void
  readonly onMove?: (wish: Wish, to: number) => void
}

/** The lines in their order: a table on a screen and on paper, cards on a phone. Lines are dragged with a mouse, or moved with buttons and Alt with the arrows. */
export function WishTable({ wishes, added, onOpen, onMove }: WishTableProps) {
  const table = useRef<HTMLTableElement>(null)
  const [dragged, setDragged] = useState<string>()
  const [over, setOver] = useState<number>()
  const again = useFocusAgain(table, wishes)
  useEffect(() => {
    if (added !== undefined) focusLine(table.current, added)
  }, [added])
  const ended = () => {
    setDragged(undefined)
    setOver(undefined)
  }
  const dropped = (place: number) => {
    const wish = wishes.find(({ slug }) => slug === dragged)
    if (wish && place !== wish.rank) onMove?.(wish, place)
    ended()
  }
  const moved = (wish: Wish, to: number, by: string) => {
    if (!onMove || to < 1 || to > wishes.length) return
    again(wish.slug, by)
    onMove(wish, to)
  }
  return (
    <table ref={table} className={wishes.length > 14 ? 'wish-table is-long' : 'wish-table'}>
      <caption className="sr-only">Souhaits de la commune, le premier en haut</caption>
      <thead>
        <tr>
          <th scope="col">Rang</th>
          <th scope="col">Thème</th>
          <th scope="col">Service à contacter</th>
          {WISH_BOXES.map(box => (
            <th key={box} scope="col" className="wish-box-head">
              {BOX_WORDS[box]}
            </th>
          ))}
          <th scope="col">Évaluation</th>
          <th scope="col">Décision d’ouverture</th>
        </tr>
      </thead>
      <tbody>
        {wishes.map(wish => (
          <WishRow
            key={wish.slug}
            wish={wish}
            last={wishes.length}
            onOpen={() => onOpen(wish)}
            dropsHere={dragged !== undefined && dragged !== wish.slug && over === wish.rank}
            {...(onMove && {
              onMove: (to, by) => moved(wish, to, by),
              drag: {
                start: () => setDragged(wish.slug),
                over: () => setOver(wish.rank),
                drop: () => dropped(wish.rank),
                end: ended,
              },
            })}
          />
        ))}
      </tbody>
    </table>
  )
}

/** A line that moves in the page loses the focus: the button that moved it has it again, or its neighbour at the end of the list. */
function useFocusAgain(table: RefObject<HTMLTableElement | null>, wishes: readonly Wish[]) {
  const wanted = useRef<string | undefined>(undefined)
  // Once the lines are drawn in their new order.
  useEffect(() => {
    if (wanted.current === undefined) return
    focusLine(table.current, ...(wanted.current.split(' ') as [string, string]))
    wanted.current = undefined
  }, [wishes])
  return (slug: string, by: string) => {
    wanted.current = `${slug} ${by}`
  }
}

/** The button named on the line of this wish or, when it cannot be pressed there, another one. */
function focusLine(table: HTMLTableElement | null, slug: string, by = 'title'): void {
  const buttons = [...(table?.querySelectorAll<HTMLButtonElement>(`[data-move^="${slug} "]`) ?? [])]
  const mine = buttons.filter(({ disabled }) => !disabled)
  const wanted = mine.find(button => button.getAttribute('data-move') === `${slug} ${by}`) ?? mine[0]
  wanted?.focus()
  wanted?.scrollIntoView({ block: 'nearest' })
}
