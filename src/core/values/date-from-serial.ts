import { ask, type DateContext, type DateGuess } from './date-possible.ts'
import { dayOfSerial, type SerialSystem } from './serial-date.ts'

/** 01/01/1925 and 31/12/2100 in the 1900 system: outside, five digits are a postcode or a number rather than a date. */
const SERIALS = { from: 9133, to: 73_415 }

/**
 * A bare number is only a date because its column says so: asked, unless the column is known to count its days that way, or the day falls in
 * the file's own year.
 */
export function serial(number: number, { serials, yearOfFile }: DateContext): DateGuess {
  if (number < SERIALS.from || number > SERIALS.to)
    return { type: 'impossible', why: 'ce nombre n’est pas une date de tableur vraisemblable' }
  const why = (system: SerialSystem): string =>
    system === '1900'
      ? 'nombre de jours compté par le tableur depuis 1900'
      : 'nombre de jours compté depuis 1904, anciens Excel pour Mac'
  const [usual, mac] = (['1900', '1904'] as const).map(system => ({
    day: dayOfSerial(number, system),
    why: why(system),
  }))
  if (serials !== undefined) return { type: 'sure', ...(serials === '1904' ? mac! : usual!) }
  if (usual!.day.year === yearOfFile) return { type: 'sure', ...usual! }
  const possible = mac!.day.year === yearOfFile ? [mac!, usual!] : [usual!, mac!]
  return ask(possible, 'ce nombre est-il une date que le tableur a cessé de montrer comme telle ?')
}
