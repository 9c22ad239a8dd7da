import type { Box, Fiche } from '../../core/fiche/fiche.ts'
import type { PublishedVersion } from '../published.ts'
import { type Described, french, type Said, thing } from './graph.ts'
import { IANA, term } from './vocabulary.ts'

/** The town by INSEE's address of it, and the box of the data as a place of its own: two sets of one town have two boxes. */
export function spatial({ spatial: { insee, name, box: said } }: Fiche, { box }: Pick<PublishedVersion, 'box'>): Said {
  const around = said ?? box
  return [commune(insee, name), around && boxed(around)]
}

export const commune = (insee: string, name: string): Described =>
  thing(`http://id.insee.fr/geo/commune/${insee}`, 'dct:Location', [
    ['skos:prefLabel', french(name)],
    ['dct:identifier', { text: insee }],
  ])

/** `dcat:bbox` is the standard's. data.gouv.fr reads GeoJSON literals only (udata, `spatial_from_rdf`): `rdf:value` gives it the same box. */
const boxed = ([west, south, east, north]: Box): Described => {
  const ring = [west, south, west, north, east, north, east, south, west, south]
  const points = [0, 2, 4, 6, 8].map(at => ring.slice(at, at + 2) as number[])
  const wkt = `POLYGON((${points.map(point => point.join(' ')).join(', ')}))`
  const geoJson = { type: 'Polygon', coordinates: [[...points].reverse()] }
  return thing(undefined, 'dct:Location', [
    ['dcat:bbox', { text: wkt, of: term('gsp:wktLiteral').value }],
    ['rdf:value', { text: JSON.stringify(geoJson), of: `${IANA}application/vnd.geo+json` }],
  ])
}

/** Without a name of its own: data.gouv.fr would fetch the address of a period that had one. */
export const temporal = ({ temporal: period }: Fiche): Said =>
  period &&
  thing(undefined, 'dct:PeriodOfTime', [
    ['dcat:startDate', { text: period.from, of: term('xsd:date').value }],
    ['dcat:endDate', { text: period.to, of: term('xsd:date').value }],
  ])
