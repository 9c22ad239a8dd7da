import { h, type JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Site, SiteProvider } from './site.ts'

/** A page of the portal as text. */
export const renderPage = (site: Site, page: JSX.Element): string =>
  `<!doctype html>\n${renderToString(h(SiteProvider, { value: site }, page))}\n`
