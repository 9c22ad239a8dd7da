import { comparisonKey, stripAccents } from '../../values/text.ts'
import type { PersonalKind } from '../finding.ts'
import type { Detector } from '../hit.ts'
import { type ColumnView, some } from '../view.ts'

const THINGS =
  /\b(?:nombre|nb|nbre|places?|acces|accessibilite|accessible|parking|stationnement|pmr|equipements?|type|batiment|rampe|sanitaires?|toilettes|ascenseur|boucle|largeur|signaletique|plats?|menus?|recette|allergenes|wc|lieu de culte|edifice|syndicat (?:intercommunal|mixte|des|de)|votes?|voix|suffrages|pour|contre|abstentions?|batterie|materiel)\b/
const HEALTH =
  /\b(?:sante|maladies?|medica(?:l|le|ux|ment|ments)|pathologies?|allergies?|allergique|intolerances?|asthme|diabete|handicaps?|handicapee?|invalidite|incapacite|gir|mdph|aah|aeeh|apa|rqth|pai|vaccins?|vaccinations?|groupe sanguin|traitements?|ald|grossesse|arret maladie|conge maladie|troubles?|suivi psy(?:chologique)?|regimes? (?:alimentaires?|medical)|cause (?:du |de )?deces|poids|taille de l enfant|ordonnance|hospitalisation|addictions?|autisme|motif (?:d )?absence|fauteuil|situation de handicap|mention cmi|taux (?:d )?(?:incapacite|invalidite)|medicale?s?|med|pmi|perte d autonomie|dependance)\b/
const OPINION =
  /\b(?:religions?|religieuse?|confession|confessionnel|cultes?|croyances?|opinions?|parti(?: politique)?|etiquettes?(?: politiques?)?|nuances?(?: politiques?)?|tendance politique|syndicats?|syndicale?|syndique|appartenance(?: syndicale| politique)?|orientation sexuelle|origine ethnique|ethnie|race|philosophiques?|vote de|intention de vote|carte du parti|groupes? politiques?|mouvement politique|obedience|bapteme|sans porc|halal|casher|nationalites?)\b/

const HEALTH_VALUES =
  /\b(?:asthmes?|asthmatique|diabetes?|diabetique|epilep(?:sie|tique)|allerg(?:ie|ique) (?:a|aux|au|arachide)|arachides?|autis(?:me|te)|trisomi(?:e|que)|fauteuil roulant|malvoyante?|malentendante?|handicapee? (?:moteur|mental)|handicap (?:moteur|mental|visuel|auditif)|cancer|depression|eczema|intolerante? (?:au|a)|sans gluten|coeliaque|pai\b|hyperacti(?:f|ve)|dys(?:lexi|praxi|phasi)(?:e|que)|alzheimer|parkinson|sclerose|hypertension|sero ?positi(?:f|ve)|vih|hepatite|enceinte|sous tutelle|sous curatelle|anaphyla|ventoline|insuline|gir \d|taux d incapacite|mi temps therapeutique|longue maladie|arret maladie|conge maternite|ulis|segpa|mdph|cmi|chimio(?:therapie)?|radiotherapie|dialyse|pacemaker|prothese de|depressi(?:f|ve)|operee? (?:de la|du|des)|hospitalisee?|maladie coeliaque|dans un fauteuil|en fauteuil|sans sel|porteur d)\b/
const OPINION_VALUES =
  /\b(?:sans porc|halal|hallal|casher|cacher|catholiques?|musulmane?s?|protestante?s?|juif|juive|bouddhiste|temoin de jehovah|orthodoxe|athee|cgt|cfdt|cftc|fsu|unsa|force ouvriere|socialiste|communiste|divers (?:gauche|droite)|sans etiquette|union de la (?:gauche|droite)|les ecologistes|republicains|rassemblement national|ecologiste|lfi|reconquete|homosexuel(?:le)?)\b/

/** Health and opinions read the same cells one after the other: each column's are made plain once. */
const kept = new WeakMap<ColumnView, ReadonlyMap<string, string>>()
function keysOf(column: ColumnView): ReadonlyMap<string, string> {
  const known = kept.get(column)
  if (known) return known
  const keys = new Map<string, string>()
  for (const text of column.counts.keys())
    if (/[a-z\u00c0-\u024f]{3}/i.test(text)) keys.set(text, plain(text.slice(0, 300)))
  kept.set(column, keys)
  return keys
}
/** Letters and figures alone, without accents. */
function plain(text: string): string {
  const bare = /[^ -~]/.test(text) ? stripAccents(text) : text
  return bare.toLowerCase().replace(/[^a-z0-9]+/g, ' ')
}

const detector =
  (kind: PersonalKind & ('health' | 'opinion'), headers: RegExp, values: RegExp, what: string): Detector =>
  (column, { about }) => {
    const { header, name } = column
    if (THINGS.test(header) || about.things) return undefined
    const known = (text: string) => values.test(keysOf(column).get(text) ?? '')
    const named = headers.test(header) && about.people
    const seen = about.people && !about.firms && some(column, known)
    if (!named && !seen) return undefined
    const holds = named ? (text: string) => !NOTHING.test(comparisonKey(text.slice(0, 100))) : known
    if (!some(column, holds)) return undefined
    const elected = kind === 'opinion' && about.elected
    return {
      kind,
      level: elected ? 'look' : 'direct',
      column,
      holds,
      say: cells =>
        elected
          ? `« ${name} » donne l’étiquette politique d’élus (${cells}) : celle que le ministère de l’Intérieur publie peut rester, une autre non.`
          : `« ${name} » parle ${what} de personnes (${cells}) : l’article 9 du RGPD interdit de l’ouvrir ; Carnet vous conseille de retirer la colonne.`,
      answers: elected ? ['keep', 'drop', 'ask'] : ['drop', 'ask'],
    }
  }

/** « non », « aucune », « RAS »: nothing is said of anybody, once the others have gone. */
const NOTHING = /^(?:neant|ras|r a s|sans objet|so|nc|n c|x|aucun|aucune|)$/

/** Headers whose cells are asked as health or opinions already. */
export const isSensitive = (header: string): boolean => HEALTH.test(header) || OPINION.test(header)

export const health = detector('health', HEALTH, HEALTH_VALUES, 'de la santé')
export const opinion = detector('opinion', OPINION, OPINION_VALUES, 'des opinions, des croyances ou de l’origine')
export const sensitiveIn = (text: string): boolean => {
  const key = comparisonKey(text.slice(0, 2000))
  return HEALTH_VALUES.test(key) || OPINION_VALUES.test(key)
}
