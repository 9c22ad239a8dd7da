import type { Field } from '../models/model.ts'
import { unitSymbol } from '../values/unit.ts'

/** The unit in which the model wants a number: said by the field's name (`puissance_w`), its title or its meaning (« en centimètres »). */
export function unitOfField({ name, title, meaning, description, type }: Field): string | undefined {
  if (type !== 'number' && type !== 'integer') return undefined
  return unitOfName(name) ?? [title, meaning, description].map(inWords).find(unit => unit !== undefined)
}

/** The unit that a header tells: « Hauteur (m) », « surface en hectares », `puissance_kw`. */
export const unitOfHeader = (header: string): string | undefined =>
  bracketed(header) ?? inWords(header) ?? unitOfName(header)

const bracketed = (text: string): string | undefined => {
  const inside = /[([](?:en |in )?([^)\]]{1,20})[)\]]/i.exec(text)?.[1]
  return inside === undefined ? undefined : unitSymbol(inside)
}

/** « en mètres carrés » before « en mètres ». */
const inWords = (text: string | undefined): string | undefined => {
  const words = /(?<!\p{L})en ([\p{L}²³€%]+)(?: (\p{L}+))?/giu
  for (const [, one, two] of (text ?? '').matchAll(words)) {
    const unit =
      (two === undefined ? undefined : unitSymbol(`${one} ${two}`)) ?? (isLetter(one!) ? undefined : unitSymbol(one!))
    if (unit !== undefined) return unit
  }
  return unitSymbol(/, ([\p{L}]{3,}(?: \p{L}+)?)$/u.exec(text ?? '')?.[1] ?? '')
}

/** The last word of a technical name. One letter says a unit only when it is one of lengths, powers or volumes. */
function unitOfName(name: string): string | undefined {
  const last = /_([a-z]{1,3}[23]?)$/i.exec(name)?.[1]?.toLowerCase()
  return last === undefined || (isLetter(last) && !'mwlt'.includes(last)) ? undefined : unitSymbol(last)
}

const isLetter = (text: string): boolean => text.length === 1 && /\p{L}/u.test(text)
