import { namesIn } from '../names/in-text.ts'
import { lifeIn } from '../names/life.ts'
import { ibansIn } from './identity-number.ts'
import { isPersonalMail, mailsIn, NO_CONTEXT } from './mail.ts'
import { nirsIn } from './nir.ts'
import { isMobile, phonesIn } from './phone.ts'

/** Longer than this, nobody reads it as one value. */
export const LONGEST = 20_000
/** « demeurant 4 rue Haute », « habite au 12 bis, allée des Bleuets ». */
const LIVES =
  /(?<!\p{L})(?:demeurant|domicili[ée]e?s?|habit(?:e|ent|ant)|r[ée]sid(?:e|ant)|vit)\s+(?:(?:au|à|a|,)\s+)*n?°?\s?(\d{1,4}(?:\s?(?:bis|ter|[a-c]))?,?\s+\p{L}+[^,;.\n]{3,60})/giu
/** A number that somebody asks to be called at. */
const CALL =
  /(?:appel(?:er|ez)?|joindre|joignable|rappel(?:er|ez)?|domicile|envoyer|prévenir|voir|contacter|voisine?|fil(?:s|le)|m[eè]re|p[eè]re|famille|particulier)\P{N}{0,40}$/iu
const BORN =
  /(?<!\p{L})n[ée]e?(?:\(e\))? (?:le|en) (?:\d{1,2}[/. -]\d{1,2}[/. -]\d{2,4}|\d{1,2}(?:er)? \p{L}+ \d{4})/giu
/** « POLYGON(4.855154 45.769666, …) »: figures that are coordinates. */
const SHAPE = /^\s*(?:(?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\b|^\s*\{\s*"type"/i

export interface Piece {
  readonly what: 'name' | 'mail' | 'phone' | 'birth' | 'number' | 'address' | 'life'
  readonly text: string
}

/** What a text says of persons, in order of what is surest. `ofPeople`: it stands on the row of somebody, whose health and troubles it tells. */
export function personsIn(text: string, ofPeople: boolean): Piece[] {
  if (SHAPE.test(text)) return []
  const line = text.slice(0, LONGEST)
  return [
    ...mailsIn(line)
      .filter(one => isPersonalMail(one, NO_CONTEXT))
      .map(one => ({ what: 'mail' as const, text: one })),
    ...phonesIn(line)
      .filter(one => isMobile(one) || CALL.test(line.slice(0, line.indexOf(one))))
      .map(one => ({ what: 'phone' as const, text: one })),
    ...[...nirsIn(line), ...ibansIn(line)].map(one => ({ what: 'number' as const, text: one })),
    ...[...line.matchAll(LIVES)].map(one => ({ what: 'address' as const, text: one[1] ?? one[0] })),
    ...(line.match(BORN) ?? []).map(one => ({ what: 'birth' as const, text: one })),
    ...namesIn(line).map(one => ({ what: 'name' as const, text: one })),
    ...lifeIn(line, ofPeople).map(one => ({ what: 'life' as const, text: one })),
  ]
}
