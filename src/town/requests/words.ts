import type { RequestKind } from '../../contract/requests.ts'

/** The mails that Carnet proposes. The town's own words take their place once somebody keeps them (town_text `courriel/…`). */
export interface Words {
  readonly title: string
  readonly subject: string
  readonly body: string
}

type Reminder = 'reminder-1' | 'reminder-2'
export type WordsName = RequestKind | Reminder | `approval-${Reminder}` | 'thanks' | 'published'

/** The words of a mail of this mailing: an elected person is not reminded as a colleague is. */
export const wordsNameOf = (kind: RequestKind, letter: string): WordsName => {
  const name = letter === 'reminder-now' ? 'reminder-1' : letter
  return (kind === 'approval' && name.startsWith('reminder-') ? `approval-${name}` : name) as WordsName
}

export const WORDS: Readonly<Record<WordsName, Words>> = {
  holder: {
    title: 'Qui tient ces données ?',
    subject: 'Tenez-vous ces informations : {jeux} ?',
    body: `Bonjour {nom},

La commune {commune} prépare l’ouverture de ses données : des listes que nos services tiennent déjà, et qui peuvent servir aux habitants comme à nous-mêmes.

Tenez-vous ces informations, ou savez-vous qui les tient ?

{liste}

Le lien s’ouvre sans compte, sur un ordinateur ou un téléphone. Vous pourrez y déposer votre fichier tel qu’il est, nous dire à qui le demander, ou nous dire que ces données n’existent pas. Chacune de ces réponses nous aide.

Merci,
{signature}`,
  },
  sheet: {
    title: 'Feuille à remplir',
    subject: 'Une feuille à remplir : {jeux}',
    body: `Bonjour {nom},

La commune {commune} rassemble ses données pour les ouvrir à tous. Vous connaissez celles-ci mieux que personne :

{liste}

La feuille jointe est prête : la ligne 2 dit ce que veut dire chaque colonne, la ligne 3 donne un exemple, et l’on écrit à partir de la ligne 4. Remplissez ce que vous savez, laissez vide le reste.

Pour la rendre, répondez à ce courriel en la joignant, ou déposez-la par le lien. Il s’ouvre sans compte.

Si quelqu’un d’autre tient ces informations, ou si elles n’existent pas, dites-le par le même lien : cela nous aide autant.

Merci,
{signature}`,
  },
  form: {
    title: 'Formulaire à remplir',
    subject: 'Quelques lignes à nous donner : {jeux}',
    body: `Bonjour {nom},

La commune {commune} rassemble ses données pour les ouvrir à tous. Il nous manque ce que vous savez :

{liste}

Le lien ouvre un petit formulaire, sans compte, sur un ordinateur ou un téléphone : une fiche par élément, avec un exemple pour chaque case. Vous pouvez vous arrêter et reprendre plus tard.

Si quelqu’un d’autre connaît ces informations, ou si elles n’existent pas, dites-le par le même lien.

Merci,
{signature}`,
  },
  questions: {
    title: 'Questions',
    subject: 'Vous avez {combien}',
    body: `Bonjour {nom},

Nous préparons les données de la commune {commune} et il nous reste {combien}, auxquelles vous seul ou vous seule savez répondre :

{liste}

Le lien s’ouvre sans compte, sur un ordinateur ou un téléphone. Les questions viennent une par une ; passez celles dont vous ne savez pas la réponse.

Merci,
{signature}`,
  },
  approval: {
    title: 'Demande d’accord',
    subject: 'Votre accord pour ouvrir : {jeux}',
    body: `Bonjour {nom},

Ces données de la commune {commune} sont prêtes à être ouvertes à tous :

{liste}

Le lien s’ouvre sans compte. Vous y lirez la fiche, vous verrez la carte et le tableau tels que chacun pourra les lire, puis vous répondrez en un clic : oui, non, une remarque, ou « sensible, ne pas ouvrir ».

Nous attendons votre réponse avant de les ouvrir.

Merci,
{signature}`,
  },
  'reminder-1': {
    title: 'Première relance',
    subject: 'Petit rappel : {jeux}',
    body: `Bonjour {nom},

Je me permets de revenir vers vous. Nous attendons encore votre réponse :

{liste}

Quelques minutes suffisent. Si ce n’est pas à vous qu’il faut demander, ou si ce n’est pas le bon moment, dites-le par le lien : nous nous adapterons.

Merci,
{signature}`,
  },
  'reminder-2': {
    title: 'Relances suivantes',
    subject: 'Toujours en attente de votre réponse : {jeux}',
    body: `Bonjour {nom},

Sans votre réponse, ce travail reste en attente :

{liste}

Un mot suffit : une réponse même partielle, le nom de quelqu’un d’autre, ou « ces données n’existent pas ». Le lien s’ouvre sans compte.

Merci de votre aide,
{signature}`,
  },
  'approval-reminder-1': {
    title: 'Première relance d’une demande d’accord',
    subject: 'Petit rappel, votre accord : {jeux}',
    body: `Bonjour {nom},

Ces données sont prêtes, et n’attendent que votre réponse :

{liste}

Une lecture de quelques minutes suffit, puis un clic : oui, non, une remarque, ou « sensible, ne pas ouvrir ».

Merci,
{signature}`,
  },
  'approval-reminder-2': {
    title: 'Relances suivantes d’une demande d’accord',
    subject: 'En attente de votre accord : {jeux}',
    body: `Bonjour {nom},

Sans votre réponse, ces données restent prêtes mais fermées :

{liste}

Si une question vous retient, écrivez-la par le lien : nous y répondrons. Un non est aussi une réponse.

Merci,
{signature}`,
  },
  thanks: {
    title: 'Remerciement',
    subject: 'Merci pour votre réponse : {jeux}',
    body: `Bonjour {nom},

Votre réponse est bien arrivée, merci. Elle va servir à : {jeux}.

Nous vous écrirons quand ces données seront ouvertes à tous.

{signature}`,
  },
  published: {
    title: 'Avis de publication',
    subject: 'C’est en ligne : {jeux}',
    body: `Bonjour {nom},

C’est fait, et c’est grâce à vous : {jeux}. Tout le monde peut désormais lire ces données, les télécharger et s’en servir :

{adresses}

Si vous voyez une erreur ou un changement, répondez à ce courriel en une phrase.

Merci,
{signature}`,
  },
}

/** What the places of a text stand for, in one mail. */
export type Places = Readonly<
  Record<'nom' | 'jeux' | 'commune' | 'combien' | 'liste' | 'adresses' | 'signature', string>
>

export const fill = (text: string, places: Places): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => places[name as keyof Places] ?? place)

/** The other way: a mail written to one person becomes words for all. Longest first, so that a name inside a list stays in the list. */
export function generalise(text: string, places: Places): string {
  const said = (Object.entries(places) as [keyof Places, string][]).filter(([, value]) => value.length > 1)
  said.sort(([, a], [, b]) => b.length - a.length)
  const any = said.map(([, value]) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const names = new Map(said.map(([name, value]) => [value, name]))
  return any === '' ? text : text.replace(new RegExp(any, 'g'), value => `{${names.get(value)}}`)
}
