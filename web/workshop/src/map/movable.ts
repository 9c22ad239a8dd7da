import L from 'leaflet'

const DROP =
  '<svg viewBox="0 0 32 40" width="32" height="40" aria-hidden="true"><path class="map-drop" d="M16 39C25 29 30 22 30 15.5A14 14 0 0 0 2 15.5C2 22 7 29 16 39Z"/><circle class="map-drop-eye" cx="16" cy="15.5" r="5"/></svg>'

/** The pin in hand, drawn by us; the map and its list speak for it, so it is no stop of the keyboard. */
export const movable = (at: L.LatLngTuple): L.Marker =>
  L.marker(at, {
    draggable: true,
    keyboard: false,
    autoPan: true,
    icon: L.divIcon({ html: DROP, className: 'map-in-hand', iconSize: [32, 40], iconAnchor: [16, 39] }),
  })
