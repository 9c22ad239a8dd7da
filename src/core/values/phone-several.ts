/** French numbers anywhere in a text, whatever stands between their digits; anything international that begins with a plus. */
const ANYWHERE =
  /(?<![\d+])(?:(?:\+|00)\s?33[\s.-]?(?:\(0\))?[\s.-]?0?|0)[1-9](?:[\s.\-_/]{0,2}\d{2}){4}(?!\d)|\+\d[\d\s.-]{6,18}\d/g
const SEPARATOR = /\s*(?:[/;|,\n&]|\s-\s|\s(?:ou|et|puis|or)\s)\s*/i

/** Every number that a cell holds, canonical, in the order of the cell. `read` tells the number of one piece. */
export function phonesIn(line: string, read: (piece: string) => string | undefined): readonly string[] {
  const pieces = (line.match(ANYWHERE) ?? []).flatMap(piece => read(piece.trim()) ?? [])
  const parts = line.split(SEPARATOR).flatMap(piece => wholeNumber(piece, read))
  const found = parts.length > pieces.length ? parts : pieces
  return [...new Set([...found, ...secondEndings(line, read)])].slice(0, 10)
}

/** Parts that are short numbers or lack their zero count only when all of them are numbers: « 15 / 112 ». */
function wholeNumber(piece: string, read: (piece: string) => string | undefined): string[] {
  const bare = piece.replace(/^[^+\d]{0,20}(?=[+\d])/, '').replace(/[^\d]{0,20}$/, '')
  const number = bare.replace(/\D/g, '').length >= 9 || bare === piece.trim() ? read(bare) : undefined
  return number === undefined ? [] : [number]
}

/** « 01 30 90 12 34/35 »: the second number changes only its last two digits. */
function secondEndings(line: string, read: (piece: string) => string | undefined): string[] {
  const [, first, ending] = /^(\D{0,20}0[1-9](?:[\s.-]?\d{2}){4})\s*[/-]\s*(\d{2})$/.exec(line) ?? []
  if (first === undefined || ending === undefined) return []
  const second = read(first.replace(/^\D+/, '').replace(/\d{2}$/, ending))
  return second === undefined ? [] : [second]
}
