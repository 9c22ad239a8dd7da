/** A link of an OGC document (RFC 8288 as JSON). */
export interface Link {
  readonly href: string
  readonly rel: string
  readonly type?: string
  readonly title?: string
  readonly hreflang?: 'fr'
}

export const JSON_TYPE = 'application/json'
export const GEOJSON_TYPE = 'application/geo+json'
export const OPENAPI_TYPE = 'application/vnd.oai.openapi+json;version=3.0'
export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'

/** How a document is written: `f` in its address, or what the client says that it reads. */
export type Form = 'json' | 'html'

/** The two links that every document has: itself, and its other writing. `url` is without `f`. */
export function selfLinks(url: URL, form: Form, type: string): Link[] {
  const as = (wanted: Form): string => {
    const address = new URL(url)
    address.searchParams.set('f', wanted)
    return address.href
  }
  const other = form === 'json' ? 'html' : 'json'
  return [
    { href: as(form), rel: 'self', type: form === 'json' ? type : 'text/html', title: 'Ce document' },
    {
      href: as(other),
      rel: 'alternate',
      type: other === 'json' ? type : 'text/html',
      title: `Ce document en ${other.toUpperCase()}`,
    },
  ]
}
