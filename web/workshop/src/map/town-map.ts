import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import type { Spot } from '../../../../src/core/places/spot.ts'
import { movable } from './movable.ts'
import type { Box, Opening } from './opening.ts'

export interface Pin {
  readonly id: string
  readonly spot: Spot
  readonly title: string
  /** Outside the town, in the sea: drawn otherwise, and said in the list. */
  readonly odd: boolean
}

export interface Tiles {
  readonly url: string
  readonly attribution: string
}

export interface MapActs {
  /** A place is chosen: by a click, or by Enter at the centre. */
  onPlace(spot: Spot): void
  onOpen(id: string): void
  /** The pin in hand was dragged. */
  onMove(spot: Spot): void
  /** The centre moved: what is there is told. */
  onCentre(spot: Spot): void
  /** The base map does not come (no network), or comes again. */
  onTiles(come: boolean): void
}

/** Small steps: with the cross, a pin is placed to a few metres. */
const KEY_STEP = 24
const latLng = ({ longitude, latitude }: Spot): L.LatLngTuple => [latitude, longitude]
const spotOf = ({ lat, lng }: L.LatLng): Spot => ({ longitude: lng, latitude: lat })
const bounds = ([west, south, east, north]: Box): L.LatLngBounds => L.latLngBounds([south, west], [north, east])

/** The map itself: everything drawn on one canvas, but the pin in hand. Colours are the page's own tokens. */
export class TownMap {
  readonly #map: L.Map
  readonly #pins = L.layerGroup()
  readonly #addresses = L.layerGroup()
  readonly #drawn = new Map<string, L.CircleMarker>()
  #inHand: L.Marker | undefined
  #acts: MapActs

  constructor(element: HTMLElement, opening: Opening, acts: MapActs) {
    this.#acts = acts
    this.#map = L.map(element, { preferCanvas: true, keyboardPanDelta: KEY_STEP, zoomControl: false, zoomSnap: 0.5 })
    L.control.zoom({ zoomInTitle: 'Rapprocher', zoomOutTitle: 'Éloigner' }).addTo(this.#map)
    this.#map.attributionControl.setPrefix(false)
    if (opening.type === 'box') this.#map.fitBounds(bounds(opening.box), { padding: [16, 16], animate: false })
    else this.#map.setView(latLng(opening.spot), opening.zoom, { animate: false })
    this.#addresses.addTo(this.#map)
    this.#pins.addTo(this.#map)
    this.#map.on('click', event => this.#acts.onPlace(spotOf(event.latlng)))
    this.#map.on('moveend', () => this.#acts.onCentre(this.centre))
    element.addEventListener('keydown', event => this.#onKey(event))
  }

  set acts(acts: MapActs) {
    this.#acts = acts
  }

  get centre(): Spot {
    return spotOf(this.#map.getCenter())
  }

  /** Enter places where the cross is; the buttons of the map keep their own Enter. */
  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.target !== this.#map.getContainer()) return
    event.preventDefault()
    this.#acts.onPlace(this.centre)
  }

  setTiles({ url, attribution }: Tiles): void {
    const layer = L.tileLayer(url, { attribution, maxZoom: 19, maxNativeZoom: 19 })
    let come = 0
    layer.on('tileload', () => come++ === 0 && this.#acts.onTiles(true))
    layer.on('tileerror', () => come === 0 && this.#acts.onTiles(false))
    layer.addTo(this.#map)
  }

  /** The town's addresses as faint dots, and their extent: what tells where one is when the base map does not come. */
  setAddresses(spots: readonly Spot[], box: Box | undefined): void {
    this.#addresses.clearLayers()
    if (box)
      L.rectangle(bounds(box), { color: token('--line-strong'), weight: 1, fill: false, interactive: false }).addTo(
        this.#addresses,
      )
    const look = { radius: 1.5, stroke: false, fillColor: token('--ink-soft'), fillOpacity: 0.5, interactive: false }
    for (const spot of spots) L.circleMarker(latLng(spot), look).addTo(this.#addresses)
  }

  setPins(pins: readonly Pin[], inFocus: string | undefined): void {
    this.#pins.clearLayers()
    this.#drawn.clear()
    for (const pin of pins) {
      const drawn = L.circleMarker(latLng(pin.spot), lookOf(pin, pin.id === inFocus)).addTo(this.#pins)
      drawn.bindTooltip(textNode(pin.title))
      drawn.on('click', event => {
        L.DomEvent.stop(event)
        this.#acts.onOpen(pin.id)
      })
      this.#drawn.set(pin.id, drawn)
    }
    if (inFocus) this.#drawn.get(inFocus)?.bringToFront()
  }

  /** The pin being placed or moved: it can be dragged. */
  setInHand(spot: Spot | undefined): void {
    this.#inHand?.remove()
    this.#inHand = undefined
    if (!spot) return
    this.#inHand = movable(latLng(spot))
    this.#inHand.on('dragend', () => this.#acts.onMove(spotOf(this.#inHand!.getLatLng())))
    this.#inHand.addTo(this.#map)
  }

  /** Shows a place, near enough to see its street. */
  goTo(spot: Spot): void {
    this.#map.setView(latLng(spot), Math.max(this.#map.getZoom(), 17), {
      animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    })
  }

  focus(): void {
    this.#map.getContainer().focus()
  }

  resize(): void {
    this.#map.invalidateSize({ animate: false })
  }

  remove(): void {
    this.#map.remove()
  }
}

function lookOf({ odd }: Pin, inFocus: boolean): L.CircleMarkerOptions {
  const fill = odd ? '--danger' : '--brand'
  return {
    radius: inFocus ? 11 : 8,
    color: token('--surface'),
    weight: inFocus ? 4 : 2.5,
    fillColor: token(inFocus ? '--ribbon' : fill),
    fillOpacity: 1,
  }
}

/** Canvas knows no variables of CSS. */
const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** A title is text: it may hold a `<`. */
function textNode(text: string): HTMLElement {
  const span = document.createElement('span')
  span.textContent = text
  return span
}
