/**
 * The whole years that two digits may mean. Excel puts 30 to 99 in the 1900s, Python and POSIX 69 to 99: where the two rules agree there is
 * one answer (00 to 29: 2000s; 69 to 99: 1900s), between them both are possible. A known year of the file takes the nearest century when it
 * is within 30 years.
 */
export function yearsOf(short: number, yearOfFile?: number): readonly number[] {
  const both = [2000 + short, 1900 + short]
  if (yearOfFile !== undefined) {
    const near = both.filter(year => Math.abs(year - yearOfFile) <= 30)
    if (near.length === 1) return near
  }
  if (short <= 29) return [both[0]!]
  return short >= 69 ? [both[1]!] : both
}

/** The rule, as a note says it. */
export const pivotNote = (year: number): string => `année sur deux chiffres lue ${year}`
