/** Letters as they are compared when capitals and accents do not count. One sign stays one sign, so that places in the text stay true. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  let folded = ''
  for (let at = 0; at < text.length; at++) folded += foldOne(text[at]!)
  return folded
}

const ASCII = /^[\x00-\x7f]*$/
const known = new Map<string, string>()

function foldOne(sign: string): string {
  let plain = known.get(sign)
  if (plain === undefined) {
    const lower = sign.normalize('NFD')[0]!.toLowerCase()
    known.set(sign, (plain = lower.length === 1 ? lower : sign))
  }
  return plain
}
