/** A key that nobody else draws: makes an act sent twice done once. `crypto.randomUUID` is missing on plain http in a town's network. */
export function drawKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}

/** This page, while it is open: two windows of one person are two pages. */
export const PAGE = drawKey()
