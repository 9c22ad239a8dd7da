const CODE = String.raw`(?:n\s?°\s?)?(?:[a-z]?\d{1,4}[a-z]?|[a-z])(?![\p{L}\p{N}'’°])`
const COMPLEMENTS = [
  String.raw`(?:bp|b\.p\.|cs|tsa|cidex)\s?(?:n\s?°\s?)?\d[\d ]{0,6}(?!\d)`,
  String.raw`\d{1,2}\s?(?:er|e|[eè]me|nd)\s+[eé]tage`,
  String.raw`(?:b[aâ]t(?:iment|\.)?|apt\.?|appt\.?|app\.|appartement|esc(?:alier|\.)?|cage|porte|hall|entr[eé]e|[eé]tage|[eé]t\.|immeuble|imm\.?|bureau|bo[iî]te)\s?${CODE}`,
  '(?:rdc|rez[ -]de[ -]chauss[eé]e)',
].map(one => new RegExp(String.raw`(?<![\p{L}\p{N}'’]|\b(?:de|du|des|la|le)\s)${one}(?!\p{L})`, 'giu'))

/** « Bâtiment B », « 2e étage », « BP 12 », wherever they stand. */
export function takeComplements(text: string): { kept: string; complements: string[] } {
  const complements: string[] = []
  let kept = text
  for (const pattern of COMPLEMENTS)
    kept = kept.replace(pattern, found => {
      complements.push(found.trim())
      return ', '
    })
  return { kept, complements }
}
