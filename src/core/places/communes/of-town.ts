/**
 * « d’Épône », « du Havre », « des Mureaux », « de La Rochelle ». Before an H, « de »: no rule tells « d’Hyères » from « de Houilles », and
 * the second is never shocking.
 */
export function ofTown(name: string): string {
  if (/^Le\s/.test(name)) return `du ${name.slice(3)}`
  if (/^Les\s/.test(name)) return `des ${name.slice(4)}`
  return /^[aeiouyœæ]/i.test(name.normalize('NFD')) ? `d’${name}` : `de ${name}`
}

/** « à Épône », « au Havre », « aux Mureaux », « à La Rochelle ». */
export function atTown(name: string): string {
  if (/^Le\s/.test(name)) return `au ${name.slice(3)}`
  if (/^Les\s/.test(name)) return `aux ${name.slice(4)}`
  return `à ${name}`
}
