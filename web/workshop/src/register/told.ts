import { toast } from '../design/index.ts'
import type { RegisterActs } from './use-register.ts'

/** What an act gave: a sentence when it was refused; done, it can be undone at once. */
export function tell(acts: RegisterActs, refused: string | undefined, done: string): void {
  if (refused) toast({ text: refused, kind: 'error' })
  else toast({ text: done, action: { label: 'Annuler', run: () => void acts.turn('undo') } })
}
