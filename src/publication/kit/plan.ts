import { type KitFacts, namesOf } from './facts.ts'
import { hasMap, LAW, OBJECTIVES, shortLines, signature } from './sentences.ts'
import { dayInWords, daysAfter, setsInWords } from './typeset.ts'

/** « le 4 février 2027 » when the launch is known, else « trois semaines avant ». */
const when = ({ details: { launch } }: KitFacts, days: number, words: string): string =>
  launch === '' ? words : `${words} (${dayInWords(daysAfter(launch, days))})`

const channels = ({ details: { app } }: KitFacts): string =>
  `le site de la mairie, le bulletin, Facebook, Instagram, X, LinkedIn, Mastodon, la presse locale, une affiche dans les lieux publics${app === '' ? '' : `, l’application « ${app} »`}`

const objectives = (facts: KitFacts): string =>
  OBJECTIVES(facts)
    .map(line => `- ${line}`)
    .join('\n')

/** One page, that a mayor reads standing. */
export const onePagePlan = (facts: KitFacts): string => `# Plan de communication sur les données ouvertes

Commune ${facts.of}. Déjà en ligne : ${namesOf(facts, 6)}.

## Trois objectifs

${objectives(facts)}

## Quatre cibles, et ce qu’on leur dit

- Les services : une seule information, à jour, pour tout le monde.
- Les élus : rendre compte, et décider avec des faits.
- Les entreprises : des données fiables, gratuites, à reprendre.
- Le grand public : le quotidien plus simple, depuis un téléphone.

En interne, dans cet ordre : les élus d’abord, puis la direction et les chefs de service, enfin les agents.

## Trois temps

- Avant. ${when(facts, -21, 'Trois semaines avant')} : rencontre avec les élus. ${when(facts, -14, 'Deux semaines avant')} : table ronde des chefs de service. ${when(facts, -7, 'Une semaine avant')} : message aux agents.
- Au lancement${facts.details.launch === '' ? '' : `, ${dayInWords(facts.details.launch)}`} : communiqué de presse, article, publications sur les réseaux, affiche.
- Après. ${when(facts, 30, 'Un mois après')} : premier bilan. ${when(facts, 182, 'Six mois après')} : club des réutilisateurs. Chaque année : mise à jour annoncée.

## Canaux

À l’intérieur : rencontres, tables rondes et courriels, sans s’en tenir à l’intranet ni au papier. À l’extérieur : ${channels(facts)}.

## Contact

${signature(facts)}`

export const longPlan = (facts: KitFacts): string => `# Plan de communication sur les données ouvertes

Commune ${facts.of}. Portail : ${facts.portal}

## 1. Ce qui est ouvert

La commune a publié ${setsInWords(facts.sets.length)} :

${shortLines(facts)}

${LAW}

## 2. Trois objectifs

${objectives(facts)}

La communication interne passe avant le reste : tant que les élus et les services n’en voient pas l’intérêt, la démarche ne dure pas.

## 3. Quatre cibles

### Les services de la ville

Ce qu’ils craignent : du travail en plus, un outil compliqué, des erreurs montrées à tous.
Ce qu’on leur dit : la liste que vous tenez déjà suffit ; elle ne partira plus avec la personne qui la tenait ; on vous posera moins souvent la même question.

### Les élus

Ce qu’ils craignent : un sujet technique, une obligation de plus.
Ce qu’on leur dit : c’est rendre compte aux habitants, et décider avec des faits. Partir de la loi, arriver au quotidien : du plus large au plus local.

### Les entreprises

Ce qu’elles craignent : des données fausses sur elles.
Ce qu’on leur dit : vos informations sont vérifiées et corrigées sur simple demande ; vous pouvez reprendre ces données dans vos outils, gratuitement.

### Le grand public

Ce qu’il craint : ne rien y comprendre.
Ce qu’on lui dit : ce n’est ni technique ni compliqué ; ce sont des réponses à des questions de tous les jours, sur un téléphone.

## 4. En interne, dans cet ordre

- D’abord les élus, entre eux : une rencontre d’une demi-heure, une démonstration ${hasMap(facts) ? 'sur une carte de la commune' : 'sur le portail'}, du temps pour les questions. Les convaincre entièrement avant d’aller plus loin.
- Ensuite la direction et les chefs de service, à part des élus : une table ronde. Ils deviennent les relais, et disent qui tient quoi.
- Enfin les agents : un message court et une présentation vivante, un jeu ou un atelier plutôt qu’un document. C’est par leur travail que les données se complètent.

On ne s’en tient pas à l’intranet, que peu de gens ouvrent, ni au papier.

## 5. Les canaux

- À l’intérieur : rencontres, tables rondes, ateliers, courriels par fonction.
- À l’extérieur : ${channels(facts)}.

## 6. Le calendrier

### Avant

- ${when(facts, -28, 'Quatre semaines avant')} : message de lancement aux services, relecture des textes de ce kit.
- ${when(facts, -21, 'Trois semaines avant')} : rencontre avec les élus.
- ${when(facts, -14, 'Deux semaines avant')} : table ronde des chefs de service.
- ${when(facts, -7, 'Une semaine avant')} : message aux agents ; affiche imprimée.

### Au lancement

- ${facts.details.launch === '' ? 'Le jour même' : `Le jour même (${dayInWords(facts.details.launch)})`} : communiqué à la presse, article sur le site, publications sur les réseaux${facts.details.app === '' ? '' : `, notification dans « ${facts.details.app} »`}.
- Dans la semaine : courriel aux entreprises, lettre aux habitants, affiche à l’accueil et dans les lieux publics.

### Après

- ${when(facts, 30, 'Un mois après')} : bilan des visites et des remarques, partagé avec les élus et les services.
- ${when(facts, 182, 'Six mois après')} : première réunion du club des réutilisateurs.
- Chaque année : mise à jour des données, annoncée comme une nouvelle.

## 7. Comment on saura que cela marche

- Le portail est consulté, les fichiers sont téléchargés.
- Des remarques arrivent, et des erreurs sont corrigées.
- Un service propose de lui-même d’ouvrir une nouvelle liste.
- Un site, une application ou un journal reprend les données.

## 8. Qui s’en occupe

${signature(facts)}`
