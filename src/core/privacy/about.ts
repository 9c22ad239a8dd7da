import type { Model } from '../models/model.ts'
import type { ColumnView } from './view.ts'

/** What the rows of a table seem to be: a mobile phone is not the same thing on a shop's line and on a parent's. */
export interface About {
  /** Columns that only a person has: first name, birth, sex, civility. */
  readonly people: boolean
  readonly firms: boolean
  readonly associations: boolean
  readonly elected: boolean
  readonly works: boolean
  readonly permits: boolean
  /** Trees, lamps, furniture, streets: nobody. */
  readonly things: boolean
  /** A row is a group that is counted. */
  readonly counts: boolean
}

const PEOPLE =
  /\b(?:prenoms?|nom (?:de )?(?:naissance|jeune fille|usage|famille|patronymique|marital)|patronyme|civilite|sexe|genre|(?:date|annee|lieu|ville|commune) (?:de )?naiss(?:ance)?|ne(?:e)? le|ddn|nationalite|situation (?:familiale|matrimoniale)|nir|numero (?:de )?secu(?:rite sociale)?|profession|enfants?|eleves?|defunts?|parents?|usagers?|adherents?|agents?|matricule|allocataires?|quotient familial|locataires?|foyer|habitants?)\b/
const FIRMS =
  /\b(?:siret|siren|enseigne|raison sociale|denomination|naf|ape|activites?|commerces?|entreprises?|societes?|fournisseurs?|attributaires?|forme juridique)\b/
const ASSOCIATIONS = /\b(?:associations?|rna|waldec|asso|objet social)\b/
const ELECTED =
  /\b(?:elus?|mandats?|nuance|deliberations?|rapporteurs?|delib|conseillers?|fonction elective|liste electorale|delegation)\b/
const WORKS =
  /\b(?:isbn|editeurs?|oeuvres?|cote|exemplaires?|edition|monuments?|epoque|siecle|patrimoine|sculpteurs?|prets)\b/
const PERMITS =
  /\b(?:permis|pc|dp|terrain|petitionnaires?|urbanisme|autorisation|parcelle|cadastre|surface de plancher)\b/
const THINGS =
  /\b(?:essence|espece|genus|tronc|hauteur|circonference|lampe|puissance|luminaire|armoire|mat|candelabre|hydrant|debit|bornes?|prises?|arceaux|materiau|revetement|pdc)\b/
const COUNTS = /\b(?:nombre|nb|nbre|effectifs?|total|occurrences?|count|taux|part)\b/

export function aboutTable(columns: readonly ColumnView[], model: Model | undefined): About {
  const headers = columns.map(({ header }) => header)
  const any = (pattern: RegExp) => headers.some(header => pattern.test(header))
  const title = model?.id ?? ''
  return {
    people: headers.some(header => PEOPLE.test(header) && !COUNTS.test(header)),
    firms: any(FIRMS) || /commerces|sites-economiques/.test(title),
    associations: any(ASSOCIATIONS) || /associations|subventions/.test(title),
    elected: any(ELECTED) || /deliberations|elus/.test(title),
    works: any(WORKS) || /monuments|prets-livres/.test(title),
    permits: any(PERMITS) || /permis-construire/.test(title),
    things: any(THINGS) || /arbre|eclairage|espaces-verts|irve|dae|pei/.test(title),
    counts: any(COUNTS),
  }
}
