import { drawingOf } from '../map/outline.ts'
import { type MapData, MOST_POINTS } from '../map/points.ts'
import { useSite } from '../site.ts'
import { number, plural } from '../words.ts'

export interface MapGiven {
  readonly data: MapData
  /** Where the script finds the same. */
  readonly source: string
  readonly title: string
  /** Rows without a place are told. */
  readonly rows: number
  /** Without the table beside. */
  readonly isAlone?: boolean
}

/** The points of a set: a drawing at once, a map of streets where a script can draw one. */
export function MapFigure({ data, source, title, rows, isAlone = false }: MapGiven) {
  const site = useSite()
  const { width, height, dots, scale } = drawingOf(data.points)
  const [shown, without] = [data.points.length, rows - data.points.length]
  const assets = [site.asset('map.js'), site.asset('map.css')]
  return (
    <figure class="map">
      <div
        class="map-frame"
        data-island="map"
        data-source={site.href(source)}
        data-title={title}
        data-script={assets[0] && site.href(assets[0])}
        data-style={assets[1] && site.href(assets[1])}
        data-tiles={site.tiles?.url}
        data-attribution={site.tiles?.attribution}
      >
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title} : ${plural(shown, 'point')}`}>
          {dots.map(({ x, y, name }, at) => (
            <circle key={at} cx={x} cy={y} r={dots.length > 300 ? 3 : 6}>
              {name && <title>{name}</title>}
            </circle>
          ))}
          <g class="map-scale" transform={`translate(16 ${height - 14})`}>
            <path d={`M0 -6V0H${scale.bar}V-6`} />
            <text x={scale.bar + 8} y="0">
              {scale.metres >= 1000 ? `${number(scale.metres / 1000)} km` : `${number(scale.metres)} m`}
            </text>
          </g>
        </svg>
      </div>
      <figcaption>
        {plural(shown, 'ligne')} sur la carte{shown === MOST_POINTS && ', les premières'}
        {without > 0 && shown < MOST_POINTS && `, ${number(without)} sans emplacement connu`}.
        {!isAlone && ' Les mêmes lignes sont dans le tableau.'}
      </figcaption>
    </figure>
  )
}
