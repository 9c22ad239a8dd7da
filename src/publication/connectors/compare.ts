import type { Copy, CopyFile, Fields, Place, There } from '../../adapters/connector.ts'
import type { Memory } from './memory.ts'

/** Something that is not there as Carnet left it. */
export interface ThereChange {
  /** A field, `file:csv`, or `gone`. */
  readonly what: string
  readonly sentence: string
}
export interface FieldWork {
  readonly field: string
  readonly label: string
  readonly was: string
  readonly now: string
}
export interface FileWork {
  readonly file: CopyFile
  readonly act: 'add' | 'replace' | 'leave'
  /** Of the file there. */
  readonly id?: string
}

/** What a delivery would do, and nothing done yet: the dry run shows it, the delivery does it. */
export interface Comparison {
  readonly there: There | undefined
  readonly create: boolean
  readonly wanted: Fields
  readonly fields: readonly FieldWork[]
  readonly files: readonly FileWork[]
  /** Files of ours that the set no longer has. */
  readonly remove: readonly { readonly format: string; readonly id: string; readonly name: string }[]
  /** Files that others put there: left as they are. */
  readonly others: number
  readonly changes: readonly ThereChange[]
}

export async function compare(place: Place, copy: Copy, memory: Memory): Promise<Comparison> {
  const wanted = await place.wanted(copy)
  const there = await place.find(copy, memory.id)
  const files = place.files(copy).map(file => fileWork(file, there, memory))
  const ours = new Set([
    ...files.flatMap(({ id }) => id ?? []),
    ...Object.values(memory.files).flatMap(({ id }) => id ?? []),
  ])
  return {
    there,
    create: there === undefined,
    wanted,
    fields: there ? fieldsToWrite(place, wanted, there, memory) : [],
    files: files.map(work => (memory.kept.includes(`file:${work.file.format}`) ? { ...work, act: 'leave' } : work)),
    remove: there ? filesToRemove(place.files(copy), there, memory) : [],
    others: (there?.files ?? []).filter(({ id }) => !ours.has(id)).length,
    changes: changesThere(place, copy, wanted, there, memory),
  }
}

const fieldsToWrite = (place: Place, wanted: Fields, there: There, memory: Memory): FieldWork[] =>
  Object.entries(wanted)
    .filter(
      ([field, now]) =>
        now !== there.fields[field] && !sameAsSent(field, now, there, memory) && !memory.kept.includes(field),
    )
    .map(([field, now]) => ({ field, label: place.labels[field] ?? field, was: there.fields[field] ?? '', now }))

/** The place keeps some texts in its own writing: what we sent and what was read after stand for one another. */
const sameAsSent = (field: string, now: string, there: There, memory: Memory): boolean =>
  !memory.writing && memory.sent?.[field] === now && memory.fields?.[field] === there.fields[field]

function fileWork(file: CopyFile, there: There | undefined, memory: Memory): FileWork {
  const known = memory.files[file.format]
  const found = fileThere(file, there, memory)
  if (!found) return { file, act: 'add' }
  const same =
    known?.sha256 === file.sha256 &&
    known.print === found.print &&
    known.sending === undefined &&
    renamed(file, found) === false
  return { file, act: same ? 'leave' : 'replace', id: found.id }
}

/** Where a file is known by its name, a set that was renamed has its file sent again. */
const renamed = (file: CopyFile, found: There['files'][number]): boolean =>
  found.id === found.name && found.name !== file.name

const fileThere = (file: Pick<CopyFile, 'format' | 'name'>, there: There | undefined, memory: Memory) =>
  there?.files.find(({ id }) => id === memory.files[file.format]?.id) ??
  there?.files.find(({ name }) => name === file.name)

const filesToRemove = (files: readonly CopyFile[], there: There, memory: Memory) =>
  Object.entries(memory.files)
    .filter(([format]) => !files.some(file => file.format === format))
    .flatMap(([format, { id }]) => {
      const found = there.files.find(one => one.id === id)
      return found ? [{ format, id: found.id, name: found.name }] : []
    })

/** What somebody changed there since our last delivery; or what was there before us under our name. */
function changesThere(
  place: Place,
  copy: Copy,
  wanted: Fields,
  there: There | undefined,
  memory: Memory,
): ThereChange[] {
  if (!there)
    return memory.opened
      ? [
          {
            what: 'gone',
            sentence: 'Cette copie y a été supprimée. Si vous la renvoyez, elle y aura une nouvelle adresse.',
          },
        ]
      : []
  if (memory.creating) return []
  const fields = Object.keys(wanted).filter(field => !isOurs(field, wanted, there, memory))
  return [
    ...fields.filter(field => !memory.kept.includes(field)).map(field => fieldChange(place, field, there, memory)),
    ...place
      .files(copy)
      .filter(({ format }) => !memory.kept.includes(`file:${format}`))
      .flatMap(file => fileChange(file, there, memory)),
  ]
}

const isOurs = (field: string, wanted: Fields, there: There, memory: Memory): boolean =>
  [wanted[field], memory.fields?.[field], memory.sent?.[field]].includes(there.fields[field])

function fieldChange(place: Place, field: string, there: There, memory: Memory): ThereChange {
  const label = place.labels[field] ?? field
  const [was, now] = [short(memory.fields?.[field]), short(there.fields[field])]
  const sentence =
    memory.fields === undefined
      ? `Il y a déjà un jeu à ce nom : ${label} est ${now}.`
      : `${label.charAt(0).toUpperCase()}${label.slice(1)} : ${was} est devenu ${now}.`
  return { what: field, sentence }
}

function fileChange(file: CopyFile, there: There, memory: Memory): ThereChange[] {
  const known = memory.files[file.format]
  const found = fileThere(file, there, memory)
  const what = `file:${file.format}`
  if (known?.sending) return []
  if (!found)
    return known?.id !== undefined ? [{ what, sentence: `Le fichier « ${file.name} » y a été supprimé.` }] : []
  if (known?.id === undefined)
    return [{ what, sentence: `Un fichier « ${found.name} » y est déjà, et ce n’est pas Carnet qui l’y a mis.` }]
  return known.print === found.print
    ? []
    : [{ what, sentence: `Le fichier « ${found.name} » y a été remplacé par un autre.` }]
}

const short = (text: string | undefined): string =>
  !text ? 'vide' : `« ${text.length > 80 ? `${text.slice(0, 79).replace(/\s+/g, ' ')}…` : text.replace(/\s+/g, ' ')} »`
