import { useEffect, useId, useRef, useState } from 'react'
import type { AddressIndex } from '../../../../src/core/places/address-index.ts'
import type { Spot } from '../../../../src/core/places/spot.ts'
import { announce, Icon } from '../design/index.ts'
import './map.css'
import { nearestAddress, nearInWords } from './nearest.ts'
import type { Box, Opening } from './opening.ts'
import { type Pin, TownMap } from './town-map.ts'
import { useTiles } from './use-tiles.ts'

interface MapViewProps {
  readonly label: string
  /** Read once, when the map is drawn. */
  readonly opening: Opening
  readonly pins: readonly Pin[]
  readonly inFocus?: string | undefined
  readonly inHand?: Spot | undefined
  /** Shown each time it becomes another. */
  readonly target?: Spot | undefined
  readonly addresses?: AddressIndex | undefined
  readonly box?: Box | undefined
  readonly onPlace: (spot: Spot) => void
  readonly onOpen?: (id: string) => void
  readonly onMove?: (spot: Spot) => void
  readonly onCancel?: () => void
}

/** The map library makes the map reachable with the keyboard itself. A map for hands and for the keyboard: arrows move it under a cross, Enter places. Beside it there is always a list that says the same. */
export function MapView(props: MapViewProps) {
  const { label, opening, pins, inFocus, inHand, target, addresses, box } = props
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<TownMap>()
  const [bare, setBare] = useState(false)
  const [centre, setCentre] = useState<Spot>()
  const tiles = useTiles()
  const latest = useRef(props)
  latest.current = props

  useEffect(() => {
    const drawn = new TownMap(place.current!, opening, {
      onPlace: spot => latest.current.onPlace(spot),
      onOpen: one => latest.current.onOpen?.(one),
      onMove: spot => latest.current.onMove?.(spot),
      onCentre: setCentre,
      onTiles: come => setBare(!come),
    })
    const watcher = new ResizeObserver(() => drawn.resize())
    watcher.observe(place.current!)
    setMap(drawn)
    setCentre(drawn.centre)
    return () => {
      watcher.disconnect()
      drawn.remove()
    }
  }, [])
  useEffect(() => void (tiles && map?.setTiles(tiles)), [map, tiles])
  useEffect(
    () => map?.setAddresses(bare && addresses ? spotsOf(addresses) : [], bare ? box : undefined),
    [map, bare, addresses, box],
  )
  useEffect(() => map?.setPins(pins, inFocus), [map, pins, inFocus])
  useEffect(() => map?.setInHand(inHand), [map, inHand])
  useEffect(() => void (target && map?.goTo(target)), [map, target])

  const near = centre && addresses ? nearInWords(nearestAddress(addresses, centre)) : ''
  return (
    <div className={`map${bare ? ' map-bare' : ''}`}>
      <div className="map-frame">
        <div
          ref={place}
          className="map-canvas"
          role="application"
          aria-label={label}
          aria-describedby={`${id}-keys`}
          onKeyDown={event => event.key === 'Escape' && props.onCancel?.()}
          onKeyUp={event => event.key.startsWith('Arrow') && near !== '' && announce(near)}
        />
        <Cross />
      </div>
      <p className="map-words small soft" id={`${id}-keys`}>
        Touchez la carte pour placer un point. Au clavier : les flèches déplacent la carte sous la croix, + et −
        rapprochent et éloignent, Entrée place le point{near === '' ? '' : ` (la croix est ${near})`}.
      </p>
      {bare && (
        <p className="map-bare-words small" role="status">
          <Icon name="offline" size={18} /> Le fond de carte n’arrive pas. Les points
          {addresses ? ' et les adresses de la commune' : ''} sont montrés sans lui ; tout le reste marche.
        </p>
      )}
    </div>
  )
}

/** Seen while the keyboard is on the map. */
const Cross = () => (
  <svg className="map-cross" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
    <path d="M20 2v14M20 24v14M2 20h14M24 20h14" />
  </svg>
)

const spotsOf = ({ streets }: AddressIndex): Spot[] =>
  streets.flatMap(({ numbers, middle }) => (numbers.size > 0 ? [...numbers.values()] : [middle]))
