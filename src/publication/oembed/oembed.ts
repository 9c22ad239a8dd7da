import { element, escapeXml } from '../../writers/ods/xml.ts'
import type { PublishedSet } from '../published.ts'
import { wrongValue } from '../query/problem.ts'

/** oEmbed 1.0: what to put in another site's page for the address of a set. */
export interface OEmbed {
  readonly version: '1.0'
  readonly type: 'rich'
  readonly title: string
  readonly author_name: string
  readonly provider_name: string
  readonly provider_url: string
  readonly cache_age: number
  readonly html: string
  readonly width: number
  readonly height: number
}

const [WIDTH, HEIGHT] = [800, 500]

/** The slug in an address of ours: the page of a set, one of its versions, or what is framed. Undefined: it is not one. */
export function slugIn(url: string, base: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { origin, pathname } = new URL(url)
  return origin === new URL(base).origin ? /^\/(?:jeux|embed)\/([a-z0-9-]+)(?:\/|$)/.exec(pathname)?.[1] : undefined
}

export function oembed(
  base: string,
  { slug, fiche, town }: PublishedSet,
  most: Readonly<Record<string, unknown>>,
): OEmbed {
  const [width, height] = [smaller(WIDTH, most.maxwidth, 'maxwidth'), smaller(HEIGHT, most.maxheight, 'maxheight')]
  const frame = { src: `${base}/embed/${slug}`, width, height, title: fiche.title, style: 'border:0', loading: 'lazy' }
  return {
    version: '1.0',
    type: 'rich',
    title: fiche.title,
    author_name: fiche.producer,
    provider_name: `Données ouvertes – ${town.name}`,
    provider_url: `${base}/`,
    cache_age: 3600,
    html: element('iframe', frame, ' ').replace('> <', '><'),
    width,
    height,
  }
}

function smaller(usual: number, most: unknown, name: string): number {
  if (most === undefined) return usual
  if (typeof most !== 'string' || !/^[1-9]\d{0,4}$/.test(most)) throw wrongValue(most, `${name}=600`)
  return Math.min(usual, Number(most))
}

export const oembedXml = (answer: OEmbed): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n${element(
    'oembed',
    {},
    Object.entries(answer)
      .map(([name, value]) => element(name, {}, escapeXml(String(value))))
      .join(''),
  )}\n`
