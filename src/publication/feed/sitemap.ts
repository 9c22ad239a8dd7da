import { element, escapeXml } from '../../writers/ods/xml.ts'
import type { Catalog } from '../published.ts'

/** The pages that search engines are to know (sitemaps.org). With one town, its page is the home. */
export function sitemap({ sets, towns, modifiedAt }: Catalog, base: string): string {
  const pages = [
    { path: '/', at: modifiedAt },
    ...(towns.length > 1 ? towns.map(({ insee }) => ({ path: `/communes/${insee}`, at: undefined })) : []),
    ...sets.map(set => ({ path: `/jeux/${set.slug}`, at: set.modifiedAt })),
  ]
  const urls = pages.map(({ path, at }) =>
    element(
      'url',
      {},
      `${element('loc', {}, escapeXml(base + path))}${at === undefined ? '' : element('lastmod', {}, at)}`,
    ),
  )
  const space = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('urlset', space, `\n${urls.join('\n')}\n`)}\n`
}

/** What is public may be read by all; the workshop is nobody's business. */
export const robots = (base: string): string =>
  [
    'User-agent: *',
    'Disallow: /atelier',
    'Disallow: /api/atelier/',
    'Disallow: /entrer/',
    'Allow: /',
    '',
    `Sitemap: ${base}/sitemap.xml`,
    '',
  ].join('\n')
