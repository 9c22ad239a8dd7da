import { stripAccents } from '../../values/text.ts'
import type { Detector, Hit } from '../hit.ts'
import { mayBeFamilyName, mayBeFirstName } from '../names/lexicon.ts'
import { isThingWord } from '../names/not-people.ts'
import { readPerson } from '../names/read-person.ts'
import { type ColumnView, countCells, shareOf, type TableView } from '../view.ts'

/** Headers whose cells are people, whatever they are called. */
const PEOPLE =
  /\b(?:nom (?:et )?prenoms?|prenoms? (?:et )?noms?|noms? (?:de )?(?:naissance|jeune fille|usage|famille|patronymique|marital)|patronyme|identite|eleves?|enfants?|parents?|peres?|meres?|maman|papa|tut(?:eur|rice)|defunte?s?|concessionnaires?|ayants? droit|conjointe?s?|epou(?:x|se)|usagers?|adherente?s?|lect(?:eur|rice)s?|emprunteu(?:r|se)s?|demandeu(?:r|se)s?|petitionnaires?|locataires?|proprietaires?|habitante?s?|residente?s?|candidate?s?|patiente?s?|salariee?s?|employee?s?|agente?s?|assistantes? maternelles?|nourrices?|referente?s?|responsables?|president(?:e|es|s)?|vice president(?:e|s)?|tresori(?:er|ere)s?|gerante?s?|dirigeante?s?|direct(?:eur|rice)s?|contacts?|interlocuteurs?|correspondante?s?|representante?s?|elue?s?|maires?|adjointe?s?|conseill(?:er|ere)s?|rapporteu(?:r|se)s?|signataires?|redact(?:eur|rice)s?|instruct(?:eur|rice)s?|animat(?:eur|rice)s?|technicien(?:ne)?s?|chauffeurs?|conduct(?:eur|rice)s?|medecins?|praticien(?:ne)?s?|saisie? par|cree par|modifie par|mis a jour par|suivi par|personnes?|famille|foyer|intervenante?s?|pouvoir a|absents?|presents?|secretaire de seance)\b/
const FIRST = /\bprenoms?\b/
const FAMILY =
  /^(?:noms?|nom (?:de )?(?:naissance|jeune fille|usage|famille|patronymique|marital)|nom (?:de l |du |de la |d )?(?:eleve|enfant|agent|usager|defunt|parent|pere|mere|adherent|elu|demandeur|locataire|salarie|candidat))$/
/** A person is one of their words, a cell of theirs is something else. */
const NOT_NAMES =
  /\b(?:nombre|nb|nbre|effectifs?|taux|age|ages|date|annee|heures?|montant|tarif|prix|cout|id|identifiant|code|numero|siret|siren|insee|type|categorie|nature|statut|fonction|qualite|role|grade|cadre|service|mail|courriel|email|e mail|tel|telephone|portable|mobile|adresse|rue|voie|commune|ville|cp|postal|lieu|pays|url|site|web|lien|horaires?|jours?|capacite|places?|agrement|sexe|genre|civilite|profession|espece|essence|genre|marque|modele|naissance le|classe|niveau|section|quotient|description|observations?|commentaires?|remarques?|objet|motif|latitude|longitude|public|accueil|titre|parking|acces|personnes? (?:handicapees?|agees?)|autorise)\b/
const AUTHORS =
  /\b(?:auteurs?|autrices?|architectes?|sculpteurs?|artistes?|peintres?|illustrat(?:eur|rice)s?|interpretes?|realisat(?:eur|rice)s?|compositeurs?|createurs?)\b/
const PLACES =
  /\b(?:rue|voie|adresse|commune|ville|lieu dit|toponyme|quartier|ecole|etablissement|equipement|salle|site|station|arret|square|parc|batiment|college|lycee|cimetiere|monument|odonyme|collectivite)\b/
const FIRM_NAMES =
  /\b(?:enseigne|raison sociale|denomination|fournisseurs?|attributaires?|titulaires?|entreprises?|commerces?|societes?|beneficiaires?|associations?|organismes?|structure|attribuant|operateur|amenageur|maitre d oeuvre|exploitant|prestataires?)\b/

type Expect = 'people' | 'family' | 'first' | 'unknown' | 'nothing'

function expects({ header }: ColumnView, { about, columns }: TableView): Expect {
  if (FIRST.test(header) && !NOT_NAMES.test(header)) return /\bnoms?\b/.test(header) ? 'people' : 'first'
  if (AUTHORS.test(header)) return about.works ? 'nothing' : 'people'
  if (FAMILY.test(header))
    return columns.some(one => FIRST.test(one.header) && !about.counts) || header !== 'nom' ? 'family' : 'unknown'
  if (NOT_NAMES.test(header) || PLACES.test(header)) return 'nothing'
  if (FIRM_NAMES.test(header)) return 'unknown'
  return PEOPLE.test(header) ? 'people' : 'unknown'
}

const LETTERS = /^[\p{L}'’. -]{2,60}$/u
/** What stands in a column of names without being one. */
const NOBODY =
  /^(?:oui|non|vacant|neant|aucun|inconnu|anonyme|nc|n c|na|nd|divers|autre|autres|mairie|commune|ville|particulier|personne physique|x|ras|a pourvoir|sans objet|total|sous total)$/

const wordsOf = (text: string): string[] =>
  stripAccents(text)
    .toLowerCase()
    .split(/[\s,;/.-]+/)
    .filter(word => word !== '')
const isNobody = (text: string): boolean => NOBODY.test(wordsOf(text).join(' ')) || wordsOf(text).some(isThingWord)

/** A cell under a header of people: any name will do, but a thing's, a place's or an office's. */
function namedUnder(text: string): boolean {
  const { reading } = readPerson(text)
  if (reading === 'sure' || reading === 'likely') return true
  if (severalPeople(text)) return true
  return (
    LETTERS.test(text.trim()) &&
    !isNobody(text) &&
    wordsOf(text).some(word => mayBeFamilyName(word) || mayBeFirstName(word))
  )
}

/** « Jean Dupont, Marie Durand », « Jean Dupont (maire) ». */
const severalPeople = (text: string): boolean =>
  text.length < 400 &&
  text.split(/[,;/&\n]|\bet\b|\(|\s-\s/).some(piece => readPerson(piece.replace(/\).*/, '')).reading === 'sure')

const isSure = (text: string): boolean => readPerson(text).reading === 'sure'

export const personName: Detector = (column, table) => {
  const expected = expects(column, table)
  if (expected === 'nothing') return civilOnly(column, table)
  if (isFirmNames(column, table)) return undefined
  if (expected === 'unknown') return bySight(column, table)
  if (expected === 'first' && table.about.counts && !table.columns.some(one => FAMILY.test(one.header)))
    return undefined
  const test = expected === 'people' ? namedUnder : isOneName
  const share = shareOf(column, test)
  if (countCells(column, isSure) === 0 && share < 0.3) return undefined
  return hit(column, table, test)
}

/** Names of firms are the sole traders' own detector. */
export const isFirmNames = ({ header }: ColumnView, { about }: TableView): boolean =>
  FIRM_NAMES.test(header) ||
  (/^(?:noms?|nom (?:du |de l |de la )?(?:commerce|magasin|enseigne|etablissement|entreprise|societe|boutique|professionnel)|libelle|nom commercial)$/.test(
    header,
  ) &&
    about.firms &&
    !about.people)

const isOneName = (text: string): boolean => LETTERS.test(text.trim()) && !isNobody(text)

/** « M. Dupont » in a column that should hold something else. */
function civilOnly(column: ColumnView, table: TableView): Hit | undefined {
  const test = (text: string) => CIVIL.test(text) && isSure(text)
  return countCells(column, test) === 0 ? undefined : hit(column, table, test)
}
const CIVIL = /^(?:m\.|mr\.?|mme|mlle|melle|monsieur|madame)\s/i

/** Nothing says what the column holds: full names alone are believed, several of them or most of the cells. */
function bySight(column: ColumnView, table: TableView): Hit | undefined {
  const sure = countCells(column, isSure)
  if (sure === 0) return undefined
  const civil = countCells(column, text => CIVIL.test(text) && isSure(text))
  if (civil === 0 && sure / column.filled < 0.15 && sure < 3) return undefined
  const likely = shareOf(column, text => ['sure', 'likely'].includes(readPerson(text).reading))
  return hit(column, table, likely > 0.6 ? namedUnder : isSure)
}

/** In their function, these are named in public acts. */
const IN_FUNCTION =
  /\b(?:elue?s?|maires?|adjointe?s?|conseill(?:er|ere)s?|rapporteu(?:r|se)s?|secretaire de seance|signataires?|pouvoir a|absents?|presents?|deleguee?s?)\b/
const OF_ASSOCIATION =
  /\b(?:president(?:e|es|s)?|vice president(?:e|s)?|tresori(?:er|ere)s?|secretaires?|responsables?|contacts?|representante?s?)\b/

function hit(column: ColumnView, table: TableView, holds: (text: string) => boolean): Hit {
  const { name, header } = column
  const elected = IN_FUNCTION.test(header) || (table.about.elected && !table.about.firms)
  const titled =
    countCells(column, text => holds(text) && readPerson(text).title === true) * 2 > countCells(column, holds)
  const association = table.about.associations && OF_ASSOCIATION.test(header)
  const publicFact = elected
    ? 'un élu est nommé dans les actes publics pour ce qu’il fait dans sa fonction ; gardez ces noms pour cela seul'
    : titled
      ? 'une profession réglementée a un annuaire public ; gardez ces noms s’ils y sont'
      : association
        ? 'les responsables d’une association ne sont publiés qu’avec leur accord ; demandez-le, ou donnez l’adresse de l’association'
        : undefined
  const few = countCells(column, holds) < column.filled * 0.8
  const base = { kind: 'person-name' as const, column, holds }
  if (publicFact !== undefined)
    return {
      ...base,
      level: 'look',
      say: cells => `« ${name} » nomme des personnes (${cells}) : ${publicFact}.`,
      answers: association ? ['drop', 'ask', 'keep', 'pseudonymise'] : ['keep', 'drop', 'ask', 'pseudonymise'],
    }
  return {
    ...base,
    level: 'direct',
    say: cells =>
      `« ${name} » nomme des personnes (${cells}) : un nom ne s’ouvre pas sans une loi ou l’accord de chacune ; Carnet vous conseille ${few ? 'd’écrire « Personne physique » à la place' : 'de retirer la colonne'}.`,
    answers: few ? ['generalise', 'drop', 'pseudonymise', 'keep', 'ask'] : ['drop', 'pseudonymise', 'keep', 'ask'],
    ...(few && {
      generalise: () => 'Personne physique',
      generalised: `Dans « ${name} », les noms de personnes ont été remplacés par « Personne physique ».`,
    }),
  }
}
