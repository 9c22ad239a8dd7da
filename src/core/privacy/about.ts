import type { Model } from '../models/model.ts'
import { comparisonKey } from '../values/text.ts'
import { isThingWord } from './names/not-people.ts'
import { type ColumnView, shareOf } from './view.ts'

/** What the rows of a table seem to be: a mobile phone is not the same thing on a shop's line and on a parent's. */
export interface About {
  /** Columns that only a person has: first name, birth, sex, civility. */
  readonly people: boolean
  readonly firms: boolean
  /** Firms by their number or their sign: a name beside is their owner's. */
  readonly registered: boolean
  readonly associations: boolean
  readonly elected: boolean
  readonly works: boolean
  /** Something that has a title: a book, a film, a show. */
  readonly titled: boolean
  readonly permits: boolean
  /** Trees, lamps, furniture, streets: nobody. */
  readonly things: boolean
  /** Something that has a place, a size or seats: its name is not a person's. */
  readonly places: boolean
  /** People at their work in the town hall. */
  readonly staff: boolean
  /** A row is a group that is counted. */
  readonly counts: boolean
}

const PEOPLE =
  /\b(?:prenoms?|nom (?:de )?(?:naissance|jeune fille|usage|famille|patronymique|marital)|patronyme|civilite|sexe|genre|(?:date|annee|lieu|ville|commune) (?:de )?naiss(?:ance)?|ne(?:e)? le|ddn|nationalite|situation (?:familiale|matrimoniale)|nir|numero (?:de )?secu(?:rite sociale)?|profession|enfants?|eleves?|defunts?|parents?|usagers?|adherents?|agents?|matricule|allocataires?|quotient familial|locataires?|foyer|habitants?)\b/
/** « Tarif habitant » is of a hall, « titre de l'usager » of a register. */
const NOT_ROWS = /\b(?:tarifs?|prix|montant|redevance|acces|accueil|reserve|places?)\b/
const FIRMS =
  /\b(?:siret|siren|enseigne|raison sociale|denomination|naf|ape|commerces?|commercante?s?|forains?|artisans?|producteurs?|entreprises?|societes?|fournisseurs?|procedure|cpv|montant ht|forme juridique)\b/
const REGISTERED = /\b(?:siret|siren|enseigne|raison sociale|denomination|naf|ape|forme juridique)\b/
const ASSOCIATIONS = /\b(?:associations?|rna|waldec|asso|objet social)\b/
const ELECTED =
  /\b(?:elus?|mandats?|nuance|deliberations?|rapporteurs?|delib|conseillers?|fonction elective|liste electorale|delegation)\b/
const WORKS =
  /\b(?:isbn|editeurs?|oeuvres?|cote|exemplaires?|edition|monuments?|epoque|siecle|patrimoine|sculpteurs?|prets)\b/
const TITLED = /^(?:titres?(?: .*)?|ouvrages?|livres?|films?|albums?|spectacles?|expositions?|oeuvres?|tableaux?)$/
const PERMITS = /\b(?:permis|pc|dp|terrain|petitionnaires?|urbanisme|autorisation|surface de plancher)\b/
const THINGS =
  /\b(?:essence|espece|genus|tronc|hauteur|circonference|lampe|puissance|luminaire|armoire|mat|candelabre|hydrant|debit|bornes?|prises?|arceaux|materiau|revetement|pdc)\b/
const PLACES =
  /\b(?:latitude|longitude|lat|lon|long|lng|xlong|ylat|stop|capacite|surface|nb places|nombre places|places|superficie|uai|toponyme|lieu dit)\b/
const STAFF = /\b(?:service|fonction|poste|grade|direction|bureau|matricule)\b/
const COUNTS = /\b(?:nombre|nb|nbre|effectifs?|total|occurr?ences?|count|taux|part)\b/

/** « type » or « catégorie »: gymnase, école, hameau. */
const saysPlaces = (columns: readonly ColumnView[]): boolean =>
  columns.some(
    column =>
      /^(?:type|types|categorie)(?: (?:d |de |du )?\p{L}+)?$/u.test(column.header) &&
      shareOf(column, text => comparisonKey(text.slice(0, 80)).split(' ').some(isThingWord)) > 0.5,
  )

/** Names of people on most rows say that the rows are people, whatever else the headers speak of: their club, their firm. */
export const ofPeople = (about: About): About => ({
  ...about,
  people: true,
  firms: about.registered,
  associations: false,
  things: false,
})

export function aboutTable(columns: readonly ColumnView[], model: Model | undefined): About {
  const headers = columns.map(({ header }) => header)
  const any = (pattern: RegExp) => headers.some(header => pattern.test(header))
  const title = model?.id ?? ''
  const people = headers.some(header => PEOPLE.test(header) && !COUNTS.test(header) && !NOT_ROWS.test(header))
  return {
    people,
    firms: any(FIRMS) || (!people && any(/\bactivites?\b/)) || /commerces|sites-economiques/.test(title),
    registered: any(REGISTERED),
    associations: any(ASSOCIATIONS) || /associations|subventions/.test(title),
    elected: any(ELECTED) || /deliberations|elus/.test(title),
    works: any(WORKS) || /monuments|prets-livres/.test(title),
    titled: any(TITLED),
    permits: any(PERMITS) || /permis-construire/.test(title),
    things: any(THINGS) || /arbre|eclairage|espaces-verts|irve|dae|pei/.test(title),
    places: any(PLACES) || saysPlaces(columns),
    staff: any(STAFF),
    counts: any(COUNTS),
  }
}
