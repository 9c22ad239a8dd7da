import { timingSafeEqual } from 'node:crypto'
import { Refused } from '../contract/refused.ts'
import { hashOf } from '../people/secrets.ts'
import { attempt } from '../people/sign-in/limits.ts'
import type { Birth } from '../people/town.ts'
import type { ServerWorld } from './world.ts'

export const isStarted = async ({ db }: ServerWorld): Promise<boolean> =>
  (await db.selectFrom('town').select('insee').limit(1).executeTakeFirst()) !== undefined

/**
 * The first start happens once. Where others can come in, it is for whoever sees the terminal: the code printed there is asked, and a mail, without
 * which nobody could ever come back.
 */
export async function allowStart(world: ServerWorld, from: string, birth: Birth, code = ''): Promise<void> {
  await allowFirst(world, from, code)
  if (!world.options.local && birth.mail === undefined)
    throw new Refused(
      400,
      'J’attendais aussi votre adresse de courriel : c’est par elle que vous entrerez la prochaine fois.',
    )
}

/** The same for a town that comes back from its archive: its persons have their addresses already. */
export async function allowFirst(world: ServerWorld, from: string, code: string): Promise<void> {
  if (await isStarted(world))
    throw new Refused(409, 'Ce Carnet a déjà sa commune : entrez avec votre adresse de courriel.')
  if (world.options.local) return
  const tried = await attempt(world, 'start', [`from ${from}`])
  if (!same(code.toUpperCase(), world.options.startCode))
    throw new Refused(403, 'Ce n’est pas le code de démarrage : il est écrit dans le terminal où Carnet a été lancé.')
  await tried.forget()
}

const same = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)))
