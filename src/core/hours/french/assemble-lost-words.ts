import { nextSaid, type Reader, say } from './assembly.ts'

/** Marks of the grammar that join nothing: a word of the cell was lost on the way, and what is left would read as something else. */
const lostWord = (reader: Reader): void =>
  say(reader, 'il semble manquer un mot', 'Quels sont les horaires, jour par jour ?')

/** « lundi et : 9h-12h », « mardi, et de 14h à 17h », « … et ». */
export function checkJoint(reader: Reader): void {
  const { items, at } = reader
  const before = items.slice(0, at).findLast(item => item.is !== 'colon' && item.is !== 'separator')
  const next = items[at + 1]
  const ends = next === undefined || next.is === 'colon' || next.is === 'separator' || next.is === 'close-bracket'
  const hours = next?.is === 'spans' || next?.is === 'half' || next?.is === 'one-hour'
  const afterDays = reader.days !== undefined && before?.is === 'days' && hours
  if (before === undefined || ends || afterDays) lostWord(reader)
}

/** « mercredi : / 14h-17h », « 9h-12h / ; ». A comma at the end is only a comma. */
export function checkMark(reader: Reader, mark: string): void {
  const { items, at } = reader
  const next = items[at + 1]
  const ends = next === undefined || (next.is === 'separator' && next.strong)
  if ((items[at - 1]?.is === 'colon' && ',/'.includes(mark)) || (ends && at > 0 && '/-&+'.includes(mark)))
    lostWord(reader)
}

/** « mercredi : 9h-12h : 14h-18h »: the day of the second hours. */
export function checkColon(reader: Reader): void {
  const before = reader.items[reader.at - 1]
  if (before?.is === 'spans' && nextSaid(reader, reader.at + 1)?.is === 'spans') lostWord(reader)
}
