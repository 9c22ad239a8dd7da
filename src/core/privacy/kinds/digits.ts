/** Whether a text has so many figures: quicker than any pattern, and most cells have not. */
export function hasDigits(text: string, least: number): boolean {
  let count = 0
  for (let at = 0; at < text.length && count < least; at++) {
    const code = text.charCodeAt(at)
    if (code > 47 && code < 58) count++
  }
  return count >= least
}
