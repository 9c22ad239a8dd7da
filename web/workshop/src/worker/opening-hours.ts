import type OpeningHours from 'opening_hours'

/**
 * Stands for the package `opening_hours` in the worker (see vite.config.ts): half of all its code, with the holidays of a hundred countries,
 * which no table needs in order to be shown. Whoever may evaluate hours loads it before: see session.ts.
 */
let library: typeof OpeningHours | undefined

export async function loadOpeningHours(): Promise<void> {
  library ??= (await import('opening_hours')).default
}

export default function LateOpeningHours(...args: ConstructorParameters<typeof OpeningHours>): OpeningHours {
  if (!library) throw new Error('opening_hours is asked before it is loaded')
  return new library(...args)
}
