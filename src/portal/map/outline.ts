import type { MapPoint } from './points.ts'

/** A drawing of the points that needs no script and no other server: where they are among themselves, north above. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly dots: readonly { readonly x: number; readonly y: number; readonly name: string }[]
  /** Metres that the bar of `bar` units stands for. */
  readonly scale: { readonly metres: number; readonly bar: number }
}

const WIDTH = 720
const [LOWEST, HIGHEST] = [240, 480]
const MARGIN = 28
const MOST_DOTS = 3000
/** Metres of a degree of latitude, on the sphere of 6 371 km. */
const DEGREE = (Math.PI / 180) * 6_371_000

export function drawingOf(points: readonly MapPoint[]): Drawing {
  const shown = points.slice(0, MOST_DOTS)
  const [west, east] = ends(shown.map(([x]) => x))
  const [south, north] = ends(shown.map(([, y]) => y))
  const shrink = Math.cos(((south + north) / 2) * (Math.PI / 180))
  // A single point, or all at one place: a street's width around it.
  const across = Math.max((east - west) * shrink * DEGREE, 200)
  const high = Math.max((north - south) * DEGREE, 100)
  const height = Math.round(Math.min(HIGHEST, Math.max(LOWEST, ((WIDTH - 2 * MARGIN) * high) / across + 2 * MARGIN)))
  const unit = Math.min((WIDTH - 2 * MARGIN) / across, (height - 2 * MARGIN) / high)
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2]
  return {
    ...{ width: WIDTH, height },
    dots: shown.map(([x, y, name]) => ({
      x: rounded(WIDTH / 2 + (x - middleX) * shrink * DEGREE * unit),
      y: rounded(height / 2 - (y - middleY) * DEGREE * unit),
      name,
    })),
    scale: scaleOf(unit),
  }
}

const rounded = (value: number): number => Math.round(value * 10) / 10

const ends = (values: readonly number[]): [number, number] =>
  values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [
    values[0] ?? 0,
    values[0] ?? 0,
  ] as [number, number])

/** The roundest length whose bar is a fifth of the drawing, at most. */
function scaleOf(unit: number): Drawing['scale'] {
  const most = WIDTH / 5 / unit
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = [5, 2, 1].map(times => times * power).find(length => length <= most) ?? power
  return { metres, bar: rounded(metres * unit) }
}
