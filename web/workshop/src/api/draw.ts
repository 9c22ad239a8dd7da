/** A key that nobody else draws: makes an act sent twice done once. `crypto.randomUUID` is missing on plain http in a town's network. */
export function drawKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}

/** This page, while it is open: two windows of one person are two pages, a page that was reloaded is the same one. */
export const PAGE = pageKey()

function pageKey(): string {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const kept = navigation?.type === 'reload' ? sessionStorage.getItem('carnet-page') : null
  const page = kept ?? drawKey()
  sessionStorage.setItem('carnet-page', page)
  return page
}
