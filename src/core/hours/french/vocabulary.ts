import { MONTHS } from '../../values/calendar.ts'
import { namedMonth } from '../../values/month-names.ts'
import { stripAccents } from '../../values/text.ts'
import type { Meaning, Plain, Weekday } from './tokens.ts'

/** Words without accents, in lower case, one space between them; « rendez-vous » and « l'après-midi » are there as « rendez vous », « l apres midi ». */
const meanings = new Map<string, Meaning>()
const say = (meaning: Meaning, phrases: string): void => {
  for (const phrase of phrases.split(',')) meanings.set(phrase.trim(), meaning)
}
const plain = (is: Plain, phrases: string): void => say({ is }, phrases)

const DAYS = [
  'lundi,lun,lu,lund',
  'mardi,mar,ma,mard',
  'mercredi,mer,me,merc,mercr',
  'jeudi,jeu,je',
  'vendredi,ven,ve,vend,vendr',
  'samedi,sam,sa',
  'dimanche,dim,di',
]
export const DAY_NAMES: readonly string[] = DAYS.map(names => names.split(',')[0]!)
for (const [index, names] of DAYS.entries()) {
  const day = index as Weekday
  say({ is: 'day', day, several: false }, names)
  say({ is: 'day', day, several: true }, `${DAY_NAMES[index]}s`)
}
const WEEK: readonly Weekday[] = [0, 1, 2, 3, 4]
say(
  { is: 'days', days: [0, 1, 2, 3, 4, 5, 6] },
  'tous les jours,chaque jour,quotidiennement,tlj,7 jours sur 7,tous les jours de l annee',
)
say({ is: 'days', days: WEEK }, 'la semaine,en semaine,jours de semaine,semaine,jour de semaine')
say({ is: 'days', days: [5, 6] }, 'week end,weekend,week ends,weekends,we')

say({ is: 'half', half: 'morning', every: false }, 'matin,matinee,le matin,la matinee,en matinee')
say({ is: 'half', half: 'afternoon', every: false }, 'apres midi,apresmidi,l apres midi,aprem,apm,apres midis,ap midi')
say({ is: 'half', half: 'morning', every: true }, 'tous les matins,chaque matin,matins,les matins,matinees')
say(
  { is: 'half', half: 'afternoon', every: true },
  'tous les apres midi,tous les apres midis,chaque apres midi,les apres midi,les apres midis,toutes les apres midi',
)

const ORDINALS = ['premier,premiere', 'deuxieme,second,seconde', 'troisieme', 'quatrieme', 'cinquieme']
for (const [index, words] of ORDINALS.entries())
  for (const word of words.split(',')) say({ is: 'nth', nth: index + 1 }, `${word},${word}s`)
say({ is: 'nth', nth: -1 }, 'dernier,derniers')
for (const [index, word] of ['deux', 'trois', 'quatre'].entries()) say({ is: 'count', value: index + 2 }, word)
plain('of-month', 'du mois,de chaque mois,par mois,dans le mois,de tous les mois,chaque mois')

const EVEN = 'paires,paire,pair,pairs'.split(',')
for (const word of EVEN)
  for (const before of ['semaine', 'semaines', 'la semaine', 'en semaine', 'sem', 'une semaine', 'semaines dites']) {
    say({ is: 'parity', odd: false }, `${before} ${word}`)
    say({ is: 'parity', odd: true }, `${before} im${word}`)
  }

say({ is: 'clock', minutes: 720 }, 'midi')
say({ is: 'clock', minutes: 1440 }, 'minuit')
plain('always', 'jour et nuit,24 heures sur 24,24h sur 24')

plain('public-holidays', 'jours feries,jour ferie,feries,ferie,jf,j feries')
plain(
  'school-holidays',
  'vacances scolaires,periode de vacances scolaires,conges scolaires,vac scolaires,periodes de vacances scolaires,vacs scolaires',
)
plain('some-holidays', 'vacances')
plain(
  'school-time',
  'periode scolaire,periodes scolaires,temps scolaire,semaines scolaires,jours scolaires,jours de classe',
)

plain(
  'closed',
  'ferme,fermee,fermes,fermees,fermeture,fermetures,pas d ouverture,pas ouvert,non ouvert,fermeture au public',
)
plain(
  'except',
  'sauf,hors,excepte,exceptes,a l exception du,a l exception de,a l exception des,en dehors des,en dehors de,hormis',
)
plain('including', 'y compris,meme,inclus,compris,incluses,comprises,y compris pendant,aussi pendant')
plain('open', 'ouvert,ouverte,ouverts,ouvertes,ouverture,ouvertures,ouvre,ouvrent,ouvert au public,ouverture au public')
plain(
  'appointment',
  'rendez vous,rdv,rendezvous,r d v,rendez vous obligatoire,rdv obligatoire,reception sur rendez vous',
)
for (const name of ['rendez vous', 'rdv', 'rendezvous']) {
  for (const before of ['sur', 'avec', 'sur prise de']) plain('appointment', `${before} ${name}`)
  for (const before of ['sans', 'avec ou sans', 'sans ou avec', 'sur ou sans'])
    plain('no-appointment', `${before} ${name}`)
}
plain(
  'appointment',
  'possibilite de rendez vous,possibilite de rdv,rendez vous possible,rendez vous possibles,rdv possible',
)
plain(
  'other-times',
  'en dehors de ces horaires,en dehors de ces heures,en dehors de ces creneaux,en dehors des horaires d ouverture,en dehors des heures d ouverture,hors de ces horaires,hors de ces heures,hors horaires d ouverture,a d autres horaires,a un autre moment',
)
plain('only', 'uniquement,seulement,exclusivement,obligatoire,obligatoirement')
plain('also', 'egalement,aussi,ainsi que,et aussi,et egalement,puis')
plain('until', 'jusqu a,jusque,jusqu au,jusqua,jusquau,fermeture a,ferme a')
plain('from-then', 'dès,des lors,a partir de,apres,a compter de,ouverture a,ouvre a')
plain('between', 'entre')
say({ is: 'small', word: 'in' }, 'au mois de,au mois d,au cours de,au cours du')
plain('each', 'tous les,toutes les,chaque,tous,toutes')
plain(
  'season',
  'ete,hiver,horaires d ete,horaires d hiver,saison,haute saison,basse saison,hors saison,periode estivale,periode hivernale,saison estivale,saison hivernale,periode d ete,periode d hiver,horaire d ete,horaire d hiver,en ete,en hiver,l ete,l hiver',
)
plain('all-year', 'toute l annee,a l annee,annee')
plain('beginning', 'debut')
plain('end', 'fin')
plain(
  'place',
  'mairie,antenne,bibliotheque,mediatheque,accueil,bureau,bureaux,agence,secretariat,dechetterie,decheterie,dechetteries,pharmacie,boulangerie,magasin,marche,musee,piscine,office de tourisme,poste,agence postale,espace,maison,centre,commerce,boutique,cabinet,parc,cimetiere,salle,guichet,service,services,ludotheque,restaurant,bar,cafe,epicerie,boucherie,salon,garage,epn,cyber base,jardin,eglise,secretariat de mairie,accueil de la mairie,services administratifs,france services,accueil mairie',
)
plain(
  'filler',
  'communal,communale,municipal,municipale,intercommunale,intercommunal,horaires,horaire,heures,d ouverture,d ouvertures,permanence,permanences,public,au public,du public,jour,jours,journee continue,en journee continue,en continu,continu,non stop,nonstop,sans interruption,sans pause,accueil du public,accueil public,reception du public,le public est recu,le public est accueilli,nous vous accueillons,vous accueille,nous sommes,de la semaine,heure,la journee continue,journee,toute la journee,toute journee,la journee,accessible,soit,bonjour,suivants,aux horaires suivants,periode,libre acces,en libre acces,acces libre,les horaires sont,est,sont,vous recoit,a l accueil,les horaires,tous publics,tout public,horaires d acces,acces',
)

/** Why it is closed changes nothing to when. */
for (const cause of 'traitement,entretien,inventaire,menage,formation,nettoyage,maintenance,reunion,gestion,preparation,travail'.split(
  ',',
))
  for (const more of ['', ' interne', ' administratif', ' administrative', ' du personnel', ' hebdomadaire'])
    plain('filler', `pour ${cause}${more}`)

const several = {
  why: 'plusieurs services',
  ask: 'Pour quel service voulez-vous les horaires ? Donnez-les à part pour chacun.',
}
const block = (why: string, ask: string, phrases: string): void => say({ is: 'blocker', why, ask }, phrases)
block(
  several.why,
  several.ask,
  'telephonique,telephoniques,telephone,tel,standard,drive,livraison,livraisons,coworkers,coworking,adherents,abonnes,a emporter,sur place,professionnels,particuliers,service technique,services techniques,etat civil,urbanisme,ccas',
)
block(
  'l’alternance n’a pas de semaine de départ',
  'Est-ce les semaines paires ou les semaines impaires ?',
  'sur deux,sur 2,tous les quinze jours,tous les 15 jours,toutes les deux semaines,toutes les 2 semaines,un sur deux,quinzaine,par quinzaine,chaque quinzaine,bimensuel,alternance,en alternance',
)
block(
  'les dates de départ manquent',
  'À quelles dates, exactement ?',
  'toutes les trois semaines,toutes les 3 semaines,toutes les quatre semaines,sur trois,sur 3,une fois par mois,1 fois par mois,fois par,trimestre,trimestriel,exceptionnelle,exceptionnellement,exceptionnel,ponctuellement,occasionnellement,parfois,certains,certaines,selon',
)
block(
  'ces vacances n’ont pas de dates ici',
  'Quelles sont les dates de ces vacances ?',
  'vacances de noel,vacances d ete,vacances de printemps,vacances d hiver,vacances de paques,vacances de la toussaint,vacances de toussaint,vacances de fevrier,petites vacances,petites vacances scolaires,grandes vacances,grandes vacances scolaires,vacances scolaires d ete,conges,conges annuels',
)
block('l’heure est approximative', 'Quelles sont les heures exactes ?', 'environ,vers,a peu pres,variable,variables')
block(
  'ces jours ne sont pas nommés',
  'Quels jours de la semaine, exactement ?',
  'tous les jours de la semaine,toute la semaine,jours ouvrables,jours ouvres,jour ouvrable,jour ouvre,ouvrables,ouvres',
)
block(
  'cette condition ne s’écrit pas dans des horaires',
  'Quels sont les horaires sans cette condition ?',
  'si,si possible,en fonction,sous reserve,meteo,si beau temps,nuit',
)

/** Small words of the grammar, which mean something only by what is around them. */
say({ is: 'small', word: 'of' }, 'de,d,des')
say({ is: 'small', word: 'from' }, 'du')
say({ is: 'small', word: 'the' }, 'le,la,l')
say({ is: 'small', word: 'all' }, 'les')
say({ is: 'small', word: 'to' }, 'a,au')
say({ is: 'small', word: 'in' }, 'en,pendant,durant,dans,lors,aux,pour,par')
say({ is: 'small', word: 'and' }, 'et')
say({ is: 'small', word: 'or' }, 'ou')
say({ is: 'small', word: 'one' }, 'un,une')

/** Words of the longest phrase. */
export const LONGEST_PHRASE = Math.max(...[...meanings.keys()].map(phrase => phrase.split(' ').length))

/** What these words say, when they are known exactly. `mar` is a day here, never March. */
export function meaningOf(phrase: string): Meaning | undefined {
  const known = meanings.get(phrase)
  if (known) return known
  const month = phrase.length >= 3 && !phrase.includes(' ') ? namedMonth(phrase) : undefined
  return month?.sure ? { is: 'month', month: month.months[0]! } : undefined
}

/** Single words that a slip may have spoilt, days aside. */
export const SPELLABLE: readonly string[] = [...meanings]
  .filter(([phrase, { is }]) => !phrase.includes(' ') && phrase.length >= 5 && is !== 'day' && is !== 'blocker')
  .map(([phrase]) => phrase)

const FULL_NAMES = new Set([...DAY_NAMES, ...DAY_NAMES.map(name => `${name}s`), ...MONTHS.map(stripAccents)])

/** « lundi » and « août », not « lun » nor « sept »: a point after them ends a sentence. */
export const isFullName = (word: string): boolean => FULL_NAMES.has(stripAccents(word).toLowerCase())
