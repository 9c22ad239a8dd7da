import { type KitFacts, namesOf } from './facts.ts'
import { careOf, hasMap, hasShops, LAW, licenceOf, reachedAt, setLines, shortLines, signature } from './sentences.ts'
import { setsInWords } from './typeset.ts'

/** Inside the town hall, in this order: elected people, head of administration, heads of service, agents. From the law to the daily life. */
export const elected = (
  facts: KitFacts,
): string => `Objet : Nos données sont ouvertes : ce que cela change pour les habitants

Mesdames les élues, Messieurs les élus,

La commune a ouvert ${setsInWords(facts.sets.length)} : ${namesOf(facts)}. Chacun peut désormais les lire et s’en servir : ${facts.portal}

${LAW} Mais l’essentiel n’est pas là. Ouvrir nos données, c’est rendre compte de ce que nous faisons, et faciliter la vie de tous les jours : un habitant trouve en quelques secondes ce qu’il devait demander à la mairie.

C’est aussi un outil pour décider. ${decides(facts)}

Nous vous proposons une rencontre, entre élus, pour vous montrer le résultat et répondre à vos questions. Une demi-heure suffit.

${careOf(facts)}

Bien à vous,
${signature(facts)}`

/** What elected people may do with the sets of the day. */
const decides = (facts: KitFacts): string =>
  hasMap(facts)
    ? `Les mêmes données, placées sur une carte, aident à choisir où installer un équipement${hasShops(facts) ? ', à connaître nos commerces' : ''} et à préparer un projet.`
    : 'Les mêmes données, comparées d’une année à l’autre, montrent ce qui change et aident à préparer un projet.'

export const administration = (
  facts: KitFacts,
): string => `Objet : Ouverture de nos données : où nous en sommes, ce qui vient

Bonjour,

Nous avons publié ${setsInWords(facts.sets.length)} :

${shortLines(facts)}

Le portail est en ligne : ${facts.portal}

Ce que cela apporte à nos services : une seule liste à jour au lieu de plusieurs fichiers, des informations qui ne partent plus avec la personne qui les tenait, et moins de demandes à traiter une par une.

Ce que nous vous demandons : nommer, dans chaque service, une personne qui signale ce qui change ; inscrire la mise à jour de ces données dans le calendrier de l’année ; soutenir la présentation aux chefs de service, qui suivra celle des élus.

${LAW}

Bien à vous,
${signature(facts)}`

export const heads = (facts: KitFacts): string => `Objet : Vos données servent à tous : merci, et la suite

Bonjour,

Grâce à vos services, ${setsInWords(facts.sets.length)} ${facts.sets.length > 1 ? 'sont en ligne' : 'est en ligne'} : ${namesOf(facts)}. Allez les voir : ${facts.portal}

Vous êtes les relais de cette démarche. Concrètement :

- dites-nous qui, chez vous, connaît le mieux chaque information ;
- prévenez-nous quand quelque chose change : un lieu qui ferme, un horaire, un nouvel équipement ;
- dites-nous quelles autres listes de votre service seraient utiles aux habitants ou à vos collègues.

Personne n’a de logiciel à apprendre : un lien suffit pour compléter un tableau, même depuis un téléphone.

Nous organiserons une table ronde entre chefs de service pour en parler.

Bien à vous,
${signature(facts)}`

export const agents = (facts: KitFacts): string => `Objet : Ce que vous savez est utile à toute la commune

Bonjour,

Vous l’avez peut-être vu : la mairie a mis en ligne ${setsInWords(facts.sets.length)}, que tout le monde peut lire : ${facts.portal}

On appelle cela des données ouvertes. Ce n’est pas plus compliqué qu’un tableau bien rangé. Ceux qui le remplissent, c’est vous : vous savez quel banc a été déplacé, quel horaire a changé, quel numéro ne répond plus.

Si vous voyez une erreur ou un oubli, dites-le-nous en une phrase${reachedAt(facts)}. Et si l’on vous envoie un lien pour compléter quelques cases, il s’ouvre sans compte, sur un ordinateur ou un téléphone.

Merci à vous,
${signature(facts)}`

export const firms = (facts: KitFacts): string => `Objet : Les données de la commune à votre disposition

Madame, Monsieur,

La commune ${facts.of} ouvre ${setsInWords(facts.sets.length)} : ${namesOf(facts)}.

Vous pouvez les consulter, les télécharger et les reprendre dans vos propres outils, gratuitement : ${facts.portal}

${licenceOf(facts)} Les adresses des fichiers ne changent pas : un site ou une application peut s’y relier une fois pour toutes.

Si une information${hasShops(facts) ? ' sur votre établissement' : ''} est fausse ou manque, dites-le-nous : elle sera corrigée pour tous ceux qui s’en servent.

Bien à vous,
${signature(facts)}`

export const newsletter = (facts: KitFacts): string => `Objet : Les données ${facts.of} sont à vous

Bonjour,

La mairie vient d’ouvrir ${setsInWords(facts.sets.length)}. Vous y trouverez :

${setLines(facts)}

Tout est gratuit, sans inscription, et se lit sur un téléphone : ${facts.portal}

Une question, une erreur à signaler ? Écrivez-nous${reachedAt(facts)}.`

/** Before the work, or before it goes on: it names no set. */
export const kickOff = (facts: KitFacts): string => `Objet : Nous ouvrons nos données : rendez-vous pour commencer

Bonjour,

La commune ${opens(facts)} : des listes que nos services tiennent déjà, et qui peuvent servir aux habitants, aux entreprises et à nous-mêmes.

Nous vous invitons à une réunion de lancement, d’une heure. Nous y verrons ce qu’est une donnée ouverte, ce que la loi demande, ce que d’autres communes ont publié, et par quoi commencer.

Avant de venir, pensez à deux choses : quelles listes ou quels fichiers tient votre service ? Quelles questions vous pose-t-on sans cesse ?

Bien à vous,
${signature(facts)}`

const opens = ({ sets: { length } }: KitFacts): string => {
  if (length === 0) return 'va ouvrir une partie de ses données'
  return `a ouvert ${length === 1 ? 'un premier jeu de données' : setsInWords(length)}, et va en ouvrir d’autres`
}

export const publicationNotice = (
  facts: KitFacts,
): string => `Objet : C’est en ligne : ${setsInWords(facts.sets.length)}

Bonjour,

C’est fait : ${setsInWords(facts.sets.length)} ${facts.sets.length > 1 ? 'sont ouverts' : 'est ouvert'} à tous.

${setLines(facts)}

Merci à celles et ceux qui ont cherché, relu, corrigé, répondu. La suite : tenir ${facts.sets.length > 1 ? 'ces jeux' : 'ce jeu'} à jour, et en ouvrir d’autres.

Bien à vous,
${signature(facts)}`

export const reuseClub = (facts: KitFacts): string => `Objet : Que faire de nos données ? Rejoignez le club

Bonjour,

Les données ${facts.of} sont ouvertes : ${namesOf(facts, 6)}. Voyons ensemble ce que l’on peut en faire.

Nous réunissons, deux fois par an, celles et ceux qui s’en servent ou aimeraient le faire : habitants, associations, commerçants, enseignants, développeurs, agents de la commune. Chacun dit ce qu’il a fait, ce qui lui manque, ce qui l’aiderait.

Il n’y a rien à savoir avant de venir. Les données sont là : ${facts.portal}

Répondez à ce message pour recevoir la date${reachedAt(facts)}.`
