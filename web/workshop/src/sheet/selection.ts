/** A place in the sheet as it is shown: `at` in the rows of the view (-1: the header), `column` in the columns (-1: the margin). */
export interface Place {
  readonly at: number
  readonly column: number
}
/** The active cell, and the other corner of what is selected with it. */
export interface Selection {
  readonly active: Place
  readonly corner: Place
}
/** Inclusive; header and margin stand for whole columns and rows. */
export interface Range {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}
export interface Size {
  readonly rows: number
  readonly columns: number
}

export const alone = (place: Place): Selection => ({ active: place, corner: place })

export function rangeOf({ active, corner }: Selection, { rows, columns }: Size): Range {
  const wholeColumns = active.at < 0
  const wholeRows = active.column < 0
  return {
    top: wholeColumns ? 0 : Math.max(0, Math.min(active.at, corner.at)),
    bottom: wholeColumns ? rows - 1 : Math.max(active.at, corner.at),
    left: wholeRows ? 0 : Math.max(0, Math.min(active.column, corner.column)),
    right: wholeRows ? columns - 1 : Math.max(active.column, corner.column),
  }
}

export const cellsIn = ({ top, bottom, left, right }: Range): number =>
  Math.max(0, bottom - top + 1) * Math.max(0, right - left + 1)

export const isIn = ({ top, bottom, left, right }: Range, at: number, column: number): boolean =>
  at >= top && at <= bottom && column >= left && column <= right

const between = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high))

export const clampPlace = ({ at, column }: Place, { rows, columns }: Size): Place => ({
  at: between(at, -1, rows - 1),
  column: between(column, -1, columns - 1),
})

export interface Move {
  readonly key: string
  readonly ctrl: boolean
  readonly page: number
}

/** Where a key of the arrows' family leads from a place, as in a spreadsheet; undefined when the key is none of them. */
export function moved(from: Place, { key, ctrl, page }: Move, size: Size, filled: (place: Place) => boolean) {
  const to = target(from, key, ctrl, page, size, filled)
  return to && clampPlace(to, size)
}

function target(
  { at, column }: Place,
  key: string,
  ctrl: boolean,
  page: number,
  size: Size,
  filled: (place: Place) => boolean,
): Place | undefined {
  const step = ARROWS[key]
  if (step) {
    const [down, right] = step
    return ctrl ? edge({ at, column }, down, right, size, filled) : { at: at + down, column: column + right }
  }
  switch (key) {
    case 'Home':
      return { at: ctrl ? 0 : at, column: 0 }
    case 'End':
      return { at: ctrl ? size.rows - 1 : at, column: size.columns - 1 }
    case 'PageUp':
      return { at: Math.max(0, at - page), column }
    case 'PageDown':
      return { at: at + page, column }
    default:
      return undefined
  }
}

const ARROWS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Ctrl and an arrow: to the end of what is filled, else to the next that is, else to the border. */
function edge(from: Place, down: number, right: number, size: Size, filled: (place: Place) => boolean): Place {
  const inside = ({ at, column }: Place) => at >= 0 && at < size.rows && column >= 0 && column < size.columns
  const next = ({ at, column }: Place): Place => ({ at: at + down, column: column + right })
  let place = from
  const run = inside(next(place)) && filled(place) && filled(next(place))
  while (inside(next(place))) {
    if (run ? !filled(next(place)) : place !== from && filled(place)) return place
    place = next(place)
  }
  return place
}
