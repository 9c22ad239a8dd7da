const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Is each word typed somewhere in the texts? Accents and capitals do not count. */
export function matches(typed: string, ...texts: readonly string[]): boolean {
  const all = plain(texts.join(' '))
  return plain(typed)
    .split(/\s+/)
    .every(word => all.includes(word))
}
