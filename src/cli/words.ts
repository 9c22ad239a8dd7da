const FRENCH = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/** « 0 ligne », « 1 ligne », « 1 200 lignes ». */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${FRENCH.format(count)} ${count > 1 ? many : one}`

export const megabytes = (bytes: number): string => `${FRENCH.format(Math.max(0.1, bytes / 1_000_000))} Mo`
