import { splitAddress } from '../../places/address/split.ts'
import type { Detector, Hit } from '../hit.ts'
import { OF_PEOPLE } from '../names/headers.ts'
import { textsOfOthers } from '../rows.ts'
import { type ColumnView, shareOf, some, type TableView } from '../view.ts'

const PRIVATE =
  /\b(?:domicile|adresse (?:personnelle|perso|privee|postale (?:du|de l|de la|des) (?:demandeur|usager|agent|parents?|foyer|famille|eleve|enfant)|(?:du |de l |de la |des |d )?(?:demandeur|demandeurs|petitionnaire|usager|agent|parents?|pere|mere|foyer|famille|eleve|enfant|locataire|proprietaire|adherent|president|presidente|tresorier|responsable|gerant|defunt|habitant|lecteur|beneficiaire physique|concessionnaire|assistante maternelle|assmat|electeur|abonne|inscrit|redevable|interesse|declarant|titulaire|emprunteur|licencie|candidat|patient|client|elu|assure|contribuable))|lieu de residence|residence principale)\b/
/** A number and a way, whatever the header says. */
const HOUSE =
  /(?:^|[\s,.-])(?:rue|r|avenue|av|ave|boulevard|bd|bld|bvd|place|pl|chemin|che?m?|impasse|imp|all[ée]es?|all|route|rte|square|sq|cit[ée]|r[ée]sidence|r[ée]s|lotissement|lot|quai|cours|passage|sentes?|sentier|ruelle|villa|clos|hameau|lieu-?dit|mail|promenade|faubourg|fbg|fg|voie|cour|esplanade|mont[ée]e)\.?\s+\p{L}/iu
const isHouse = (text: string): boolean => /\d/.test(text) && text.length < 200 && HOUSE.test(text)
/** « adresse_ayant_droit », « Adresse du titulaire ». */
const isSomebodys = (header: string): boolean =>
  /^(?:adresse|adr|domicile)\b/.test(header) && OF_PEOPLE.test(header) && !NOT_ADDRESS.test(header)
const ADDRESS = /\b(?:adresses?|rue|voie|numero (?:de )?(?:voie|rue)|adr)\b/
const POINT = /^(?:latitude|longitude|lat|lon|long|lng|x|y|coordonnees.*|geo ?point.*|geom.*|position.*)$/
const NOT_ADDRESS =
  /\b(?:mail|courriel|email|e mail|web|internet|site|ip|mac|url|commune|code|nom voie|type|terrain|travaux|projet|chantier|siege|lieu|etablissement|ecole|structure|intervention|cabinet|bureau|rdv|bien|local|salle|accident|infraction|incident|evenement|panneau|observations?|commentaires?|remarques?|objet|motif|suite)\b/

export const privateAddress: Detector = (column, table) => {
  const { header } = column
  const named =
    (PRIVATE.test(header) || (isSomebodys(header) && !isFirmsOwn(table))) &&
    !/\b(?:mail|courriel|email|code|commune|ville|telephone|tel)\b/.test(header)
  const ofPeople =
    isOfPeople(table) && !NOT_ADDRESS.test(header) && (ADDRESS.test(header) || shareOf(column, isHouse) > 0.4)
  if (!named && !ofPeople) return isOfPeople(table) && POINT.test(header) ? point(column) : atHome(column)
  const others = textsOfOthers(column, table.named)
  const mostly = shareOf(column, looksLikeAddress) > 0.5
  const holds = (text: string) =>
    ((looksLikeAddress(text) || (mostly && isPlaceName(text))) && !others.has(text)) ||
    (!named && /^\d{1,4}(?: ?(?:bis|ter|[a-c]))?$/i.test(text.trim()))
  if (!some(column, holds)) return undefined
  return hit(column, holds, named || table.about.people)
}

/** « CHEZ MME FABRE, 5 RUE DES ÉCOLES », « 23 allée des Charmes (domicile) »: the cell itself says that somebody lives there. */
const AT_HOME = /^(?:chez\s(?!\S*$)|(?:m\.|mr|mme|mlle|monsieur|madame|famille)\s+\p{L})|c\/o\s|\(perso|domicile/iu

function atHome(column: ColumnView): Hit | undefined {
  const holds = (text: string) => /\d/.test(text) && AT_HOME.test(text) && isHouse(text)
  return !some(column, holds) ? undefined : hit(column, holds, true)
}

/** « adresse du gérant » of a firm is where the firm is. */
const isFirmsOwn = ({ about }: TableView): boolean => about.firms && !about.people

/** The rows are people at home: neither firms, nor associations, nor works on land, nor elected people. */
const isOfPeople = ({ about, named }: TableView): boolean =>
  about.people &&
  (!about.firms || named.named) &&
  !about.associations &&
  (!about.permits || named.named) &&
  !about.things

const looksLikeAddress = (text: string): boolean =>
  /\p{L}{2}/u.test(text) &&
  text.length < 300 &&
  !/@|https?:/.test(text) &&
  (/\d/.test(text) || (/\s/.test(text.trim()) && splitAddress(text).street !== ''))

/** « La Grange aux Dîmes », « Moulin de Kerdréan »: a hamlet where the other cells are addresses. */
const isPlaceName = (text: string): boolean =>
  /^\p{Lu}.*\p{L}{3}/u.test(text.trim()) && text.length < 100 && !/@|https?:/.test(text)

function point(column: ColumnView): Hit | undefined {
  const holds = (text: string) => /-?\d{1,3}[.,]\d{3,}/.test(text)
  if (shareOf(column, holds) < 0.5) return undefined
  return {
    kind: 'private-address',
    level: 'direct',
    column,
    holds,
    say: cells =>
      `« ${column.name} » place chaque personne sur la carte, à son domicile (${cells}) : Carnet vous conseille un point arrondi, à un kilomètre près.`,
    answers: ['generalise', 'drop', 'keep', 'ask'],
    generalise: text => text.replace(/(-?\d{1,3}[.,]\d{2})\d+/g, '$1'),
    generalised: `Dans « ${column.name} », les points ont été arrondis à un kilomètre près.`,
  }
}

const hit = (column: ColumnView, holds: (text: string) => boolean, direct: boolean): Hit => ({
  kind: 'private-address',
  level: direct ? 'direct' : 'look',
  column,
  holds,
  say: cells =>
    `« ${column.name} » dit où des personnes habitent (${cells}) : une adresse désigne un foyer ; Carnet vous conseille de ne garder que la rue et la commune.`,
  answers: ['generalise', 'drop', 'keep', 'ask'],
  generalise: streetOf,
  generalised: `Dans « ${column.name} », seules la rue et la commune ont été gardées.`,
})

/** The street and the town of an address, without its number nor its building; the town alone when no street is read. */
export function streetOf(text: string): string {
  const { street, postcode, town } = splitAddress(text)
  const place = [postcode, town].filter(part => part !== '').join(' ')
  const named = /\d/.test(street) ? '' : street
  return [named, place].filter(part => part !== '').join(', ')
}
