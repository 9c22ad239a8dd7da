import { newSecret } from '../secrets.ts'

/** OWASP's least for argon2id: 19 MiB, two passes, one lane. About 25 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The package is loaded at the first password: most Carnets have none. Its default is argon2id. */
const argon2 = () => import('@node-rs/argon2')

export const hashPassword = async (password: string): Promise<string> =>
  (await argon2()).hash(password.normalize('NFC'), COST)

let nobodys: Promise<string> | undefined

/** Whether it is her password. Without one, the same work is done on nobody's: the time says nothing of who is known. */
export async function isPassword(password: string, hash: string | null | undefined): Promise<boolean> {
  const decoy = await (nobodys ??= hashPassword(newSecret()))
  const right = await (await argon2()).verify(hash ?? decoy, password.normalize('NFC'))
  return right && hash !== null && hash !== undefined
}
