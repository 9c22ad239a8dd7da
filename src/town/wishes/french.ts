export { count as counted } from '../../preparation/acts/notes.ts'

/** « a, b et c », or « a, b et 4 autres » when there are more than four. */
export function listed(texts: readonly string[]): string {
  const shown = texts.length > 4 ? [...texts.slice(0, 3), `${texts.length - 3} autres`] : texts
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} et ${shown.at(-1)}`
}
