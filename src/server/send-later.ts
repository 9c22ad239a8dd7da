import type { Mail } from '../adapters/mail/mailer.ts'
import type { ServerWorld } from './world.ts'

/** After the answer: a mail server that is slow, or down, changes neither what is answered nor when. */
export function sendLater(world: ServerWorld, mail: Mail): void {
  setImmediate(() => world.mailer.send(mail).catch(error => world.report(error, 'mail')))
}
