/** In full, as the public types it. */
export const publicAddress = (slug: string): string => `${location.origin}/jeux/${slug}`
