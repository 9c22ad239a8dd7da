/** Addresses of the server that are opened by a link. */
const API = '/api/atelier'

export const exportAddress = (slug: string, format: string): string => `${API}/sets/${slug}/export/${format}`

/** The file as it was received, byte for byte. */
export const originalAddress = (upload: string): string => `${API}/sources/${upload}/file`
