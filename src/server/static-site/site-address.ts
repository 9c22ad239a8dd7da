import { Refused } from '../../contract/refused.ts'

/** Where a site will be read, as it is typed, without the slash at its end; it may be inside another site. */
export function siteAddress(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || url.password)
    throw new Refused(
      400,
      `J’ai lu « ${text.slice(0, 100)} » ; j’attendais une adresse comme https://donnees.ma-ville.fr, sans « ? » ni « # ».`,
    )
  return (url.origin + url.pathname).replace(/\/+$/, '')
}
