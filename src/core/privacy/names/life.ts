/**
 * Facts of somebody's life in a sentence. `OF_SOMEBODY` agree with a person, whatever the table; `OF_LIFE` are a town's subjects as well (« accueil
 * handicap »), so they are believed on the rows of people, or where the sentence says whose they are.
 */
const OF_SOMEBODY =
  /(?<!\p{L})(?:séparation en cours|(?:dossier|situation) de surendettement|divorcée?s?|instance de divorce|garde alternée|dépressi(?:f|ve)|chimio(?:thérapie)?|op[ée]rée?s? (?:de la|du|des|d['’]un|de l['’])|en arrêt (?:maladie|de travail|jusqu|depuis)|hospitalisée?s?|pacemaker|alcoolique|toxicomane|sous (?:tutelle|curatelle)|incarcérée?|enceinte de|malade (?:depuis|jusqu)|en deuil|c(?:œ|oe)liaque|diabétique|asthmatique|épileptique|autiste|trisomique|au chômage|touche le rsa|perdu (?:son|sa) (?:mari|femme|emploi|fils|fille|mère|père)|décès de (?:son|sa) \p{L}+|(?:son|sa) (?:mari|femme|fils|fille|mère|père) (?:est )?(?:malade|décédée?|morte?))(?!\p{L})/giu
const OF_LIFE =
  /(?<!\p{L})(?:fauteuil roulant|en fauteuil|handicap(?:ée?s?)?|invalidité|maladie|allergi(?:e|es|que)|arachides?|asthme|diabète|insuline|ventoline|épilepsie|autisme|cancer|avc|alzheimer|parkinson|prothèse|grossesse|enceinte|vaccin\p{L}*|mdph|ulis|rqth|aah|aeeh|rsa|pai|apa|gir \d|surendettement|impayés? de loyer|expulsion|chômage|isolée?|seule? depuis|veu(?:f|ve)|séparée?s?|décédée?s?|violences? (?:conjugales?|familiales?)|plainte déposée|régime|sans porc|sans gluten|halal|casher|sourde?|malentendante?|malvoyante?|aveugle|oxygène|dialyse|fragile|suivi (?:psy\p{L}*|social)|assistante sociale)(?!\p{L})/giu
/** « je suis… », « ma mère », « son fils », « le propriétaire »: the sentence says whose life it is. */
const WHOSE =
  /(?<!\p{L})(?:je suis|j['’]ai|ma santé|(?:mon|ma|son|sa|leur|le|la) (?:mari|femme|époux|épouse|fils|fille|mère|père|enfant|bébé|voisine?|propriétaire|locataire|accident|petite?|dame|grand-mère|grand-père)|la personne|cette (?:dame|famille))(?!\p{L})/iu

/** « repas sans gluten, maladie cœliaque »: each fact that is written. `ofPeople`: the rows are people. */
export function lifeIn(line: string, ofPeople: boolean): string[] {
  const theirs = line.match(OF_SOMEBODY) ?? []
  return ofPeople || WHOSE.test(line) ? [...theirs, ...(line.match(OF_LIFE) ?? [])] : theirs
}
