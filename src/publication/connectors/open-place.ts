import { resolve, sep } from 'node:path'
import { ckan } from '../../adapters/ckan/ckan.ts'
import type { Place } from '../../adapters/connector.ts'
import { datagouv } from '../../adapters/datagouv/datagouv.ts'
import { folder } from '../../adapters/folder/folder.ts'
import { ftp } from '../../adapters/ftp/ftp.ts'
import { opendatasoft } from '../../adapters/opendatasoft/opendatasoft.ts'
import { sftp } from '../../adapters/sftp/sftp.ts'
import type { PlaceSettings } from '../../contract/copies.ts'
import { Refused } from '../../contract/refused.ts'
import type { CopiesWorld } from './world.ts'

/** The real place of these settings. Throws `Refused` where this Carnet may not go. */
export function openPlace(world: CopiesWorld, settings: PlaceSettings, secret: string): Place {
  const reach = world.local || world.copies.privateNetwork ? 'anywhere' : 'public'
  switch (settings.kind) {
    case 'datagouv':
      return datagouv(settings, secret, reach)
    case 'opendatasoft':
      return opendatasoft(settings, secret, reach)
    case 'ckan':
      return ckan(settings, secret, reach)
    case 'sftp':
      return sftp(settings, secret, reach)
    case 'ftp':
      return ftp(settings, secret, reach)
    case 'folder':
      return folder({ path: allowed(world, settings.path) })
  }
}

/** Locally, any folder of the person's machine; elsewhere, only under the one that was opened to copies. */
function allowed({ local, copies }: CopiesWorld, path: string): string {
  if (local) {
    if (resolve(path) !== path.replace(/[/\\]$/, ''))
      throw new Refused(
        422,
        `J’ai lu « ${path} » ; j’attendais le chemin entier d’un dossier, par exemple /home/mairie/copies.`,
      )
    return path
  }
  const root = copies.folder
  if (root === undefined) throw new Refused(422, 'Aucun dossier de ce serveur n’est ouvert aux copies.')
  const inside = resolve(root, path)
  if (inside !== resolve(root) && !inside.startsWith(resolve(root) + sep))
    throw new Refused(422, `J’ai lu « ${path} » ; j’attendais un dossier qui soit dans « ${root} ».`)
  return inside
}
