import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openStore, type Store } from '../store/open.ts'
import { BadCall } from './command.ts'

/** The store of a data folder that is already there: a mistyped name makes no new one. */
export function openDataFolder(folder: string): Promise<Store> {
  const databaseUrl = process.env.DATABASE_URL
  const sign = databaseUrl ? 'blobs' : 'carnet.db'
  if (!existsSync(join(folder, sign)))
    throw new BadCall(
      `« ${folder} » n'est pas un dossier de données de Carnet : « ${sign} » n'y est pas.${
        databaseUrl || !existsSync(join(folder, 'blobs'))
          ? ''
          : ' Si vos données sont dans PostgreSQL, donnez son adresse dans DATABASE_URL.'
      }`,
    )
  return openStore({ folder, databaseUrl })
}

/** An archive has a new name: the one that is there may be the only good one. */
export function refuseExisting(path: string): void {
  if (existsSync(path)) throw new BadCall(`« ${path} » existe déjà : je ne l'écrase pas. Choisissez un autre nom.`)
}
