import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Communes, createCommunes } from '../../core/places/communes/index.ts'

const FILE = join('data', 'communes.tsv')
let loaded: Communes | undefined

/** The commune list, read once. `start` is a file or folder of the package: sources and the bundle in dist/ both find data/ above them. */
export function loadCommunes(start: string = fileURLToPath(import.meta.url)): Communes {
  return (loaded ??= createCommunes(communesText(start)))
}

/** The list as it is written, for those who make their own index of it. */
export const communesText = (start: string = fileURLToPath(import.meta.url)): string =>
  readFileSync(findAbove(start), 'utf8')

function findAbove(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, FILE)
    if (existsSync(file)) return file
    if (dirname(folder) === folder) throw new Error(`${FILE} is not in any folder above ${start}`)
  }
}
