import type { Frequency } from '../../core/fiche/fiche.ts'
import { FREQUENCY_WORDS } from '../../core/fiche/questions.ts'
import { dayInWords } from '../calendar/days.ts'

export interface ReminderFacts {
  readonly title: string
  readonly town: string
  readonly frequency: Frequency
  readonly to: { readonly name: string; readonly mail: string }
  /** Who receives the file of somebody who does not enter Carnet; absent: it is she. */
  readonly referent?: { readonly name: string; readonly mail: string } | undefined
  readonly address: string
  readonly last: string
  readonly due: string
}

export interface ReminderWords {
  readonly to: { readonly name: string; readonly mail: string }
  readonly subject: string
  readonly body: string
}

/** The mail that asks for the next update of a set, in plain words, with the one thing to do. */
export function reminderWords(facts: ReminderFacts): ReminderWords {
  return wordsWith(facts, `du ${dayInWords(facts.last)}`, `pour le ${dayInWords(facts.due)}`)
}

/** The same with its two days left out: what stays the same from one time to the next. */
export const wordsButDays = (facts: ReminderFacts): string => JSON.stringify(wordsWith(facts, '…', '…'))

function wordsWith(facts: ReminderFacts, last: string, due: string): ReminderWords {
  const { title, town, frequency, to, referent, address } = facts
  const paragraphs = [
    `Bonjour ${to.name},`,
    `La fiche descriptive de « ${title} » annonce : mise à jour ${uncapital(FREQUENCY_WORDS[frequency])}. La dernière version est ${last} ; la prochaine est attendue ${due}.`,
    `Déposez le nouveau fichier tel qu’il est : Carnet refait les mêmes étapes que la dernière fois et montre ce qui change. Rien n’est publié avant d’avoir été relu.`,
    address,
    ...(referent ? [`Vous n’entrez pas dans Carnet ? Envoyez simplement le fichier à ${contact(referent)}.`] : []),
    'Si rien n’a changé, dites-le aussi : une liste à jour est une bonne nouvelle.',
    `Les données ouvertes, ${town}`,
  ]
  // A mail's subject is one line.
  const subject = `À mettre à jour : ${title}`.replace(/\s+/g, ' ').slice(0, 200).trim()
  return { to, subject, body: paragraphs.join('\n\n') }
}

const contact = ({ name, mail }: { readonly name: string; readonly mail: string }): string =>
  mail === '' ? name : `${name} (${mail})`
const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
