import type { Mailer } from '../../adapters/mail/mailer.ts'
import type { SecretBox } from '../../store/secret-box.ts'
import type { World } from '../../store/world.ts'

/** What mails need of the world. */
export interface LetterWorld extends World {
  readonly mailer: Mailer
  /** Seals the addresses of links, so that a copy of the database opens nothing. */
  readonly secrets: SecretBox
  /** What people type to come here, without a slash at the end. */
  readonly publicUrl: string
}
