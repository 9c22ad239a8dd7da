import type { FicheBox } from '../../../../../../src/contract/publication.ts'
import type { Fiche, FicheField } from '../../../../../../src/core/fiche/fiche.ts'
import { showValue } from './show-value.ts'

/** What is being typed: plain texts, whatever the box holds. */
export interface Draft {
  /** Of most boxes; the chosen one of a few. */
  readonly text: string
  /** Of the contact: its mail or its page. Of the period: the last day. */
  readonly second: string
}

export function draftOf({ field, value }: Pick<FicheBox, 'field' | 'value'>): Draft {
  if (value === null || value === undefined) return { text: '', second: '' }
  switch (field) {
    case 'contact': {
      const { name, mail, url } = value as Fiche['contact']
      return { text: name, second: mail ?? url ?? '' }
    }
    case 'temporal': {
      const { from, to } = value as NonNullable<Fiche['temporal']>
      return { text: from, second: to }
    }
    case 'spatial': {
      return { text: (value as Fiche['spatial']).name, second: (value as Fiche['spatial']).insee }
    }
    case 'frequency':
    case 'licence':
      return { text: value as string, second: '' }
    default:
      return { text: showValue(field, value), second: '' }
  }
}

/** What is sent; null: nothing was answered. */
export function answerIn(field: FicheField, { text, second }: Draft): unknown {
  const first = text.trim()
  const other = second.trim()
  if (first === '' && other === '') return null
  switch (field) {
    case 'contact':
      return { name: first, ...(other === '' ? {} : /^https?:/i.test(other) ? { url: other } : { mail: other }) }
    case 'keywords':
      return first.split(/[,;\n]/)
    case 'temporal':
      return { from: first, to: other === '' ? first : other }
    case 'spatial':
      return { name: first, insee: other }
    default:
      return first
  }
}
