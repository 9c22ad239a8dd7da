import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file or folder of the package (`data/communes.tsv`, `models`): the sources and the bundle in dist/ both find it above them. */
export function findInPackage(name: string, start: string = fileURLToPath(import.meta.url)): string {
  for (let folder = dirname(start); ; folder = dirname(folder)) {
    const path = join(folder, name)
    if (existsSync(path) && existsSync(join(folder, 'package.json'))) return path
    if (dirname(folder) === folder) throw new Error(`${name} is not in any folder above ${start}`)
  }
}
