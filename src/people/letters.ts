import type { Mail } from '../adapters/mail/mailer.ts'
import { ofTown } from '../core/places/communes/of-town.ts'
import type { Invitation } from './sign-in/mailed.ts'

/** Mails are plain text: what is written is what is seen, and nothing is loaded from elsewhere. */
export const signInLetter = ({ mail, token, code }: Invitation, publicUrl: string): Mail => ({
  to: mail,
  subject: `Entrer dans Carnet : ${code}`,
  text: `Bonjour,

Pour entrer dans Carnet, ouvrez ce lien puis appuyez sur « Entrer » :

${publicUrl}/atelier/entrer/${token}

Ou tapez ce code dans la page qui vous l’a demandé :

${code}

Le lien et le code valent un quart d’heure, et une seule fois.

Si vous n’avez rien demandé, vous pouvez oublier ce message : personne n’est entré.
`,
})

export interface Welcome {
  readonly to: string
  readonly name: string
  readonly town: string
  readonly by: string
}

export const welcomeLetter = ({ to, name, town, by }: Welcome, publicUrl: string): Mail => ({
  to,
  subject: `${oneLine(by)} vous invite dans Carnet, pour ${town}`,
  text: `Bonjour ${oneLine(name)},

${oneLine(by)} vous invite à préparer avec elle ou avec lui les données ouvertes ${ofTown(town)}, dans Carnet.

Pour entrer : ${publicUrl}/atelier/
Donnez-y cette adresse de courriel (${to}) : vous recevrez un lien et un code. Il n’y a pas de mot de passe à retenir.
`,
})

/** What a person typed never makes a line of its own in a mail. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
