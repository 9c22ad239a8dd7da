import { useEffect, useRef, useState } from 'react'
import { Icon } from '../design/index.ts'
import './map.css'
import { openingOf } from './opening.ts'
import { type Pin, TownMap } from './town-map.ts'
import { useTiles } from './use-tiles.ts'

const nothing = () => undefined

/** A map to look at: it moves and tells the name of each point, nothing is placed. The table beside it says the same. */
export default function ReadMap({ label, pins }: { readonly label: string; readonly pins: readonly Pin[] }) {
  const place = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<TownMap>()
  const [bare, setBare] = useState(false)
  const tiles = useTiles()
  const first = useRef(pins)
  useEffect(() => {
    const opening = openingOf(
      undefined,
      undefined,
      first.current.map(({ spot }) => spot),
    )
    const acts = { onPlace: nothing, onOpen: nothing, onMove: nothing, onCentre: nothing }
    const drawn = new TownMap(place.current!, opening, { ...acts, onTiles: come => setBare(!come) })
    const watcher = new ResizeObserver(() => drawn.resize())
    watcher.observe(place.current!)
    setMap(drawn)
    return () => {
      watcher.disconnect()
      drawn.remove()
    }
  }, [])
  useEffect(() => void (tiles && map?.setTiles(tiles)), [map, tiles])
  useEffect(() => map?.setPins(pins, undefined), [map, pins])
  return (
    <div className={`map${bare ? ' map-bare' : ''}`}>
      <div className="map-frame">
        <div ref={place} className="map-canvas" role="application" aria-label={label} />
      </div>
      {bare && (
        <p className="map-bare-words small" role="status">
          <Icon name="offline" size={18} /> Le fond de carte n’arrive pas. Les points sont montrés sans lui.
        </p>
      )}
    </div>
  )
}
