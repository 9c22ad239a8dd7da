/** « 9 h », « 12 h 30 », « minuit », as a French sentence says it. */
export function clockInWords(minutes: number): string {
  const clock = minutes > 1440 ? minutes - 1440 : minutes
  if (clock === 1440) return 'minuit'
  const minute = clock % 60
  const hour = `${Math.floor(clock / 60)} h`
  return minute === 0 ? hour : `${hour} ${String(minute).padStart(2, '0')}`
}

const NAMES = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']

/** « lundi », « du lundi au vendredi », « lundi, mercredi et vendredi », « tous les jours »: runs of three days and more are ranges. */
export function daysInWords(days: readonly number[]): string {
  if (days.length === 7) return 'tous les jours'
  return inList(
    runsOf(days).flatMap(run =>
      run.length > 2 ? [`du ${NAMES[run[0]!]} au ${NAMES[run.at(-1)!]}`] : run.map(day => NAMES[day]!),
    ),
  )
}

export const inList = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} et ${parts.at(-1)}`

function runsOf(days: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const day of [...days].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last.at(-1) === day - 1) last.push(day)
    else runs.push([day])
  }
  return runs
}

/** « de 9 h à 12 h et de 14 h à 18 h ». */
export const spansInWords = (spans: readonly { readonly from: number; readonly to: number }[]): string =>
  inList(spans.map(({ from, to }) => `de ${clockInWords(from)} à ${clockInWords(to)}`))

const NTH: Record<number, string> = { [-1]: 'dernier', 1: '1er', 2: '2e', 3: '3e', 4: '4e', 5: '5e' }

/** « 1er et 3e samedi du mois ». */
export const nthInWords = ({ day, nth }: { readonly day: number; readonly nth?: readonly number[] }): string =>
  nth ? `${inList(nth.map(one => NTH[one] ?? String(one)))} ${daysInWords([day])} du mois` : daysInWords([day])
