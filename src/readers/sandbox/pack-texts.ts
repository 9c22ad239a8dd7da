/** Texts as one, and where each ends: a clone of one long string costs far less than of a hundred thousand short ones. */
export interface PackedTexts {
  readonly joined: string
  readonly ends: Uint32Array
}

export function packTexts(texts: readonly string[]): PackedTexts {
  const ends = new Uint32Array(texts.length)
  let end = 0
  for (let i = 0; i < texts.length; i++) ends[i] = end += texts[i]!.length
  return { joined: texts.join(''), ends }
}

export function unpackTexts({ joined, ends }: PackedTexts): string[] {
  const texts = new Array<string>(ends.length)
  for (let i = 0, start = 0; i < ends.length; start = ends[i++]!) texts[i] = joined.slice(start, ends[i])
  return texts
}
