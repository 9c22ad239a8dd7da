import { map as createMap, divIcon, type Map as LeafletMap, latLngBounds, layerGroup, marker, tileLayer } from 'leaflet'
import Supercluster from 'supercluster'
import type { MapData, MapPoint } from '../../../src/portal/map/points.ts'

/** Pixels of a tile of the base map: what the radius is counted in. */
const TILE = 256

interface Row {
  readonly at: number
}

/** A map of streets in the place of the drawing: points near each other are one, and open when it is chosen, by hand or by keyboard. */
export function drawMap(slot: HTMLElement, data: MapData): void {
  const { tiles, attribution, title = '' } = slot.dataset
  const frame = document.createElement('div')
  frame.className = 'map-live'
  frame.setAttribute('role', 'application')
  frame.setAttribute('aria-label', `Carte : ${title}. Les flèches la déplacent, plus et moins changent l’échelle.`)
  slot.replaceChildren(frame)
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = createMap(frame, { scrollWheelZoom: false, zoomAnimation: !still, fadeAnimation: !still, maxZoom: 19 })
  map.attributionControl.setPrefix(false)
  if (tiles) tileLayer(tiles, { attribution: attribution ?? '', maxZoom: 19 }).addTo(map)
  map.fitBounds(latLngBounds(data.points.map(([x, y]) => [y, x])), { padding: [30, 30], maxZoom: 17 })
  const cluster = new Supercluster<Row>({ radius: 50, extent: TILE, maxZoom: 18 }).load(
    data.points.map(([x, y], at) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [x, y] },
      properties: { at },
    })),
  )
  const layer = layerGroup().addTo(map)
  const redraw = () => void drawMarks(map, layer, cluster, data)
  map.on('moveend', redraw)
  redraw()
}

type Layer = ReturnType<typeof layerGroup>

function drawMarks(map: LeafletMap, layer: Layer, cluster: Supercluster<Row>, data: MapData): void {
  layer.clearLayers()
  const box = map.getBounds().pad(0.2)
  for (const { id, geometry, properties } of cluster.getClusters(
    [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()],
    Math.round(map.getZoom()),
  )) {
    const [x, y] = geometry.coordinates as [number, number]
    if ('cluster' in properties) {
      const zoom = () => map.setView([y, x], Math.min(19, cluster.getClusterExpansionZoom(Number(id))))
      many(properties.point_count, [y, x]).on('click', zoom).on('keypress', zoom).addTo(layer)
    } else one(data, data.points[properties.at]!).addTo(layer)
  }
}

const many = (count: number, at: [number, number]) => {
  const size = 28 + Math.min(26, 6 * Math.log10(count) * 2)
  return marker(at, {
    icon: divIcon({ className: 'map-many', html: String(count), iconSize: [size, size] }),
    title: `${count} points : rapprocher`,
    alt: `${count} points : rapprocher`,
  })
}

function one(data: MapData, point: MapPoint) {
  const [x, y, name] = point
  const icon = divIcon({ className: 'map-dot', iconSize: [24, 24] })
  return marker([y, x], { icon, title: name, alt: name || 'Un point' }).bindPopup(() => told(data, point))
}

/** Texts of the data stay texts. */
function told({ columns }: MapData, [, , name, ...cells]: MapPoint): HTMLElement {
  const box = document.createElement('div')
  const title = document.createElement('h3')
  title.textContent = name || 'Sans nom'
  const lines = cells.flatMap((cell, at) => {
    if (cell === '') return []
    const line = document.createElement('div')
    const term = document.createElement('strong')
    term.textContent = `${columns[at] ?? ''} : `
    line.append(term, cell)
    return [line]
  })
  box.append(title, ...lines)
  return box
}
