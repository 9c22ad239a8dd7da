import { frenchDay } from '../../../../../../src/core/fiche/day.ts'
import type { Fiche, FicheField } from '../../../../../../src/core/fiche/fiche.ts'
import { LICENCE_NAMES } from '../../../../../../src/core/fiche/licence.ts'
import { FREQUENCY_WORDS } from '../../../../../../src/core/fiche/questions.ts'

type Value = Fiche[FicheField] | null

/** A box as the public will read it. */
export function showValue(field: FicheField, value: Value): string {
  if (value === null || value === undefined) return ''
  switch (field) {
    case 'frequency':
      return FREQUENCY_WORDS[value as Fiche['frequency']]
    case 'licence':
      return LICENCE_NAMES[value as Fiche['licence']]
    case 'contact': {
      const { name, mail, url } = value as Fiche['contact']
      return [name, mail, url].filter(part => part !== undefined && part !== '').join(', ')
    }
    case 'keywords':
      return (value as Fiche['keywords']).join(', ')
    case 'temporal': {
      const { from, to } = value as NonNullable<Fiche['temporal']>
      return from === to ? `le ${frenchDay(from)}` : `du ${frenchDay(from)} au ${frenchDay(to)}`
    }
    case 'spatial': {
      const { name, insee } = value as Fiche['spatial']
      return `${name} (${insee})`
    }
    default:
      return value as string
  }
}
