import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { PublishedTown } from '../publication/published.ts'

/** Where a page is, and what is around it: every address that a page writes is asked here. */
export interface Site {
  /** What people type to come here, without a slash at the end: canonical links, social cards and JSON-LD are absolute. */
  readonly base: string
  /** A folder of files behind any host: nothing answers questions, and addresses are relative to the page. */
  readonly isStatic: boolean
  readonly towns: readonly PublishedTown[]
  /** The base map; absent: points on a plain ground. */
  readonly tiles?: { readonly url: string; readonly attribution: string }
  /** Address of a built file by its plain name (`portal.css`); undefined: not built, the page does without. */
  readonly asset: (name: string) => string | undefined
  /** An address of the site as this page writes it. */
  readonly href: (path: string) => string
}

const SiteContext = createContext<Site | undefined>(undefined)
export const SiteProvider = SiteContext.Provider

export function useSite(): Site {
  const site = useContext(SiteContext)
  if (!site) throw new Error('a page is rendered in its site')
  return site
}

/** Addresses of the sets, written once. */
export const setPath = (slug: string): string => `/jeux/${slug}`
export const filePath = (slug: string, extension: string): string => `/jeux/${slug}.${extension}`
export const versionPath = (slug: string, hash: string): string => `/jeux/${slug}/v/${hash}`
export const versionFilePath = (slug: string, hash: string, extension: string): string =>
  `/jeux/${slug}/v/${hash}.${extension}`
export const mapDataPath = (slug: string, hash: string): string => `/jeux/${slug}/v/${hash}/carte.json`
export const embedPath = (slug: string): string => `/embed/${slug}`
/** In a folder of files a page is a folder of its own, so that its address is the same on any host. */
export const isPage = (path: string): boolean => !/\.[a-z\d.-]+$/i.test(path.slice(path.lastIndexOf('/') + 1))

/** The address of `path` as the page `from` of a folder of files writes it: it holds under any address, at any depth. */
export function relativeTo(from: string, path: string): string {
  const up = '../'.repeat(segments(from).length)
  const to = segments(path).join('/')
  return `${up}${to}${to !== '' && isPage(path) ? '/' : ''}` || './'
}
const segments = (path: string): string[] => path.split('/').filter(part => part !== '')

/** With one town, its page is the home. */
export const townPath = (towns: readonly PublishedTown[], insee: string): string =>
  towns.length === 1 ? '/' : `/communes/${insee}`
export const textPath = (towns: readonly PublishedTown[], insee: string, name: string): string =>
  towns.length === 1 ? `/${name}` : `/communes/${insee}/${name}`
