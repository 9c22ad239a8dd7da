import { type KitFacts, namesOf } from './facts.ts'
import { careOf, hasMap, LAW, licenceOf, OBJECTIVES, reachedAt, setLines, signature } from './sentences.ts'
import { dayInWords, setsInWords } from './typeset.ts'

export const pressRelease = (
  facts: KitFacts,
): string => `# La commune ${facts.of} ouvre ${setsInWords(facts.sets.length)}

Communiqué de presse${facts.details.launch === '' ? '' : `, ${dayInWords(facts.details.launch)}`}

La commune ${facts.of} met ${setsInWords(facts.sets.length)} à la disposition de tous : ${namesOf(facts)}. L’accès est libre et gratuit, à l’adresse ${facts.portal}

Ces informations existaient déjà dans les services de la mairie. Réunies, vérifiées et présentées comme dans les autres communes de France quand un modèle national existe, elles se consultent sur une page${hasMap(facts) ? ', sur une carte quand elles désignent des lieux,' : ''} et se téléchargent.

## Ce que l’on y trouve

${setLines(facts)}

## Pourquoi ouvrir ses données

${OBJECTIVES(facts)
  .map(line => `- ${line}`)
  .join('\n')}

${LAW}

${licenceOf(facts)} ${careOf(facts)}

## Contact

${signature(facts)}`

/** The town's site and its bulletin. */
export const article = (facts: KitFacts): string => `# Les données de la commune sont à vous

${opening(facts)}

La mairie vient d’ouvrir ${setsInWords(facts.sets.length)} : ${namesOf(facts)}. Tout est en ligne, gratuit, et se lit sur un téléphone : ${facts.portal}

## Une donnée ouverte, c’est quoi ?

C’est une information que la mairie possède et que chacun peut lire, télécharger et réutiliser. Ce n’est pas une affaire de spécialistes : une liste de lieux, des horaires, des montants, rangés dans un tableau que tout le monde peut comprendre.

## Ce que vous pouvez y trouver

${setLines(facts)}

## À quoi cela sert

Vous cherchez un renseignement : il est là, et le même pour tous. Vous développez un site ou une application : les données sont prêtes à être reprises. Vous êtes curieux : vous pouvez voir comment la commune travaille.

${careOf(facts)} ${licenceOf(facts)}

## Une erreur, une idée ?

Ces données s’améliorent grâce à ceux qui s’en servent. Dites-nous ce qui manque ou ce qui est faux${reachedAt(facts)}.`

/** What the sets of the day let one do: never about a set that is not there. */
function opening({ sets, at }: KitFacts): string {
  const asked = QUESTIONS.filter(([name]) => sets.some(set => set.name === name)).slice(0, 3)
  if (asked.length === 0) return `La mairie sait beaucoup de choses utiles sur la vie ${at}. Elle les partage.`
  return `${asked.map(([, question]) => question.replace('{at}', at)).join(' ')} ${asked.length > 1 ? 'Les réponses sont' : 'La réponse est'} maintenant à portée de main.`
}
const QUESTIONS: readonly (readonly [string, string])[] = [
  ['les défibrillateurs', 'Où est le défibrillateur le plus proche ?'],
  ['les commerces et leurs horaires', 'Quel commerce est ouvert le dimanche matin ?'],
  ['les lieux de stationnement', 'Où se garer {at} ?'],
  ['les stationnements pour vélos', 'Où attacher son vélo ?'],
  ['les bornes de recharge électrique', 'Où recharger sa voiture ?'],
  ['les monuments historiques', 'Quels monuments visiter ?'],
  ['les menus de la cantine', 'Que mangent les enfants à la cantine ?'],
  ['le budget', 'À quoi sert l’argent de la commune ?'],
]
