import type { Quad } from 'n3'

/** Triples of one subject together, in the order in which subjects are met. */
export function bySubject(quads: readonly Quad[]): readonly (readonly Quad[])[] {
  const groups = new Map<string, Quad[]>()
  for (const quad of quads) {
    const group = groups.get(quad.subject.id)
    if (group) group.push(quad)
    else groups.set(quad.subject.id, [quad])
  }
  return [...groups.values()]
}
