import type OpeningHours from 'opening_hours'
import type { LateLibrary } from './session.ts'

/**
 * Stands for the package `opening_hours` in the worker (see vite.config.ts): half of all its code, with the holidays of a hundred countries,
 * which few tables need in order to be shown. Checks load it before; a recipe that asked for it too early is replayed: see session.ts.
 */
let library: typeof OpeningHours | undefined
let missed = false

export const openingHours: LateLibrary = {
  async load() {
    library ??= (await import('opening_hours')).default
  },
  wasMissed() {
    const was = missed
    missed = false
    return was
  },
}

export default function LateOpeningHours(...args: ConstructorParameters<typeof OpeningHours>): OpeningHours {
  if (!library) {
    // Whoever evaluates hours takes a failure for hours that cannot be read: that it was not there is told apart.
    missed = true
    throw new Error('opening_hours is asked before it is loaded')
  }
  return new library(...args)
}
