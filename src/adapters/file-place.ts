import { createHash } from 'node:crypto'
import type { Checked, Copy, CopyFile, Place, There } from './connector.ts'
import { ficheText } from './copy-text.ts'

/** What a folder must know how to do, wherever it is. Names are those of files, without a path. */
export interface Files {
  /** Where it is, as a person knows it. */
  readonly address: string
  check(): Promise<Checked>
  /** Changes when the file changes; undefined: it is not there. */
  print(name: string): Promise<string | undefined>
  /** Under another name first: who reads meanwhile never has half of it. */
  put(name: string, bytes: Blob): Promise<void>
  remove(name: string): Promise<void>
  close?(): Promise<void>
}

/** Files and nothing else: the fiche is one of them, beside the table. */
export function filePlace(files: Files): Place {
  const put = async (file: CopyFile) => {
    await files.put(file.name, await file.bytes())
    return file.name
  }
  return {
    labels: {},
    check: () => files.check(),
    files: copy => [...copy.files, ficheFile(copy)],
    wanted: async () => ({}),
    find: (copy, id) => thereOf(files, copy, id),
    create: async copy => copy.slug,
    describe: async () => {},
    addFile: (_, file) => put(file),
    async replaceFile(_, before, file) {
      const name = await put(file)
      if (before !== name) await files.remove(before)
      return name
    },
    removeFile: (_, name) => files.remove(name),
    finish: async () => {},
    withdraw: (id, how, copy, why) => withdraw(files, id, how, copy, why),
    ...(files.close && { close: () => files.close!() }),
  }
}

const EXTENSIONS = ['csv', 'geojson', 'fiche.txt']

/** Without an id, the set is there when one of its names is taken: by whom, Carnet does not know. */
async function thereOf(files: Files, { slug }: Copy, id: string | undefined): Promise<There | undefined> {
  const names = [...new Set([id ?? slug, slug])].flatMap(name => EXTENSIONS.map(extension => `${name}.${extension}`))
  const found: There['files'][number][] = []
  for (const name of names) {
    const print = await files.print(name)
    if (print !== undefined) found.push({ id: name, name, print })
  }
  if (found.length === 0 && id === undefined) return undefined
  return { id: id ?? slug, address: files.address, fields: {}, files: found }
}

function ficheFile(copy: Copy): CopyFile {
  const text = ficheText(copy)
  return {
    format: 'fiche',
    name: `${copy.slug}.fiche.txt`,
    title: 'Fiche descriptive',
    mime: 'text/plain; charset=utf-8',
    sha256: createHash('sha256').update(text).digest('hex'),
    main: false,
    bytes: async () => new Blob([text]),
  }
}

async function withdraw(files: Files, id: string, how: 'remove' | 'mark', copy: Copy, why: string): Promise<void> {
  if (how === 'mark') {
    const note = `${copy.fiche.title}\n\nLa commune ne publie plus ces données : ${why}\n${copy.page}\n`
    return files.put(`${id}.fiche.txt`, new Blob([note]))
  }
  const there = await thereOf(files, copy, id)
  for (const { name } of there?.files ?? []) await files.remove(name)
}
