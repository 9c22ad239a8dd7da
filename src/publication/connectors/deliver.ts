import type { Copy, Place, There } from '../../adapters/connector.ts'
import { type Comparison, compare, type FileWork, type ThereChange } from './compare.ts'
import { type Memory, NOTHING } from './memory.ts'

/** What a person decided of what changed there: leave it to the place from now on, or write ours again. */
export type Theirs = 'keep' | 'replace'
/** Kept on the disk when the promise resolves. */
export type Keep = (memory: Memory) => Promise<void>

export type Outcome =
  | { readonly type: 'there'; readonly memory: Memory; readonly done: boolean }
  /** Nothing was written: a person decides first. */
  | { readonly type: 'asks'; readonly changes: readonly ThereChange[] }

/**
 * Brings the copy to what the town publishes. Whatever request it is cut after, done again it ends with one set and the same ids: what is about
 * to be done is remembered before, what came of it after, and what may have been done meanwhile is found there.
 */
export async function deliver(
  place: Place,
  copy: Copy,
  given: Memory,
  theirs: Theirs | undefined,
  keep: Keep,
): Promise<Outcome> {
  const first = await compare(place, copy, given)
  if (first.changes.length > 0 && theirs === undefined) return { type: 'asks', changes: first.changes }
  const delivery = new Delivery(place, copy, decided(given, first, theirs), keep)
  const done = await delivery.run(theirs === undefined ? first : await compare(place, copy, delivery.memory))
  return { type: 'there', memory: delivery.memory, done }
}

/** A copy that is gone is forgotten, and made anew; what is left to the place is not compared any more; to replace takes all of it back. */
function decided(memory: Memory, { changes }: Comparison, theirs: Theirs | undefined): Memory {
  if (changes.some(({ what }) => what === 'gone')) return { ...NOTHING, failures: memory.failures }
  if (theirs === 'replace') return { ...memory, kept: [] }
  return theirs === 'keep' ? left(memory, new Set(changes.map(({ what }) => what))) : memory
}

/** What is there is no longer what we sent. */
function left(memory: Memory, whats: ReadonlySet<string>): Memory {
  const sent = Object.entries(memory.sent ?? {}).filter(([field]) => !whats.has(field))
  return { ...memory, sent: Object.fromEntries(sent), kept: [...new Set([...memory.kept, ...whats])] }
}

class Delivery {
  constructor(
    readonly place: Place,
    readonly copy: Copy,
    public memory: Memory,
    readonly keep: Keep,
  ) {}

  /** Whether anything was written. */
  async run(comparison: Comparison): Promise<boolean> {
    const { fields, files, remove } = comparison
    const works = files.filter(({ act }) => act !== 'leave')
    const whole = this.memory.opened && !this.memory.creating && !this.memory.writing
    if (whole && fields.length === 0 && works.length === 0 && remove.length === 0) return false
    const id = comparison.there?.id ?? (await this.#create(comparison))
    await this.#remember({ id })
    if (fields.length > 0) await this.#describe(id, fields)
    for (const work of works) await this.#send(id, work)
    for (const { format, id: fileId } of remove) await this.#remove(id, format, fileId)
    await this.place.finish(id, this.#fileIds(), !this.memory.opened)
    await this.#readAgain(id)
    return true
  }

  async #create({ wanted }: Comparison): Promise<string> {
    await this.#remember({ creating: true, sent: wanted })
    return this.place.create(this.copy, wanted)
  }

  async #describe(id: string, fields: Comparison['fields']): Promise<void> {
    const sent = Object.fromEntries(fields.map(({ field, now }) => [field, now]))
    await this.#remember({ writing: true, sent: { ...this.memory.sent, ...sent } })
    await this.place.describe(id, sent, this.copy)
  }

  async #send(id: string, { file, act, id: there }: FileWork): Promise<void> {
    const { format, sha256 } = file
    await this.#rememberFile(format, { ...this.memory.files[format], sending: true })
    const fileId =
      act === 'replace' && there !== undefined
        ? await this.place.replaceFile(id, there, file, this.copy)
        : await this.place.addFile(id, file, this.copy)
    await this.#rememberFile(format, { id: fileId, sha256, sending: true })
  }

  async #remove(id: string, format: string, fileId: string): Promise<void> {
    await this.place.removeFile(id, fileId)
    const { [format]: _, ...files } = this.memory.files
    await this.#remember({ files })
  }

  #fileIds = (): string[] => this.place.files(this.copy).flatMap(({ format }) => this.memory.files[format]?.id ?? [])

  /** What the next delivery will compare with: as the place itself writes it. */
  async #readAgain(id: string): Promise<void> {
    const there = await this.place.find(this.copy, id)
    const { creating: _, writing: __, ...rest } = this.memory
    this.memory = {
      ...rest,
      opened: true,
      ...(there && { address: there.address, fields: there.fields, files: printed(rest, there) }),
    }
    await this.keep(this.memory)
  }

  async #rememberFile(format: string, file: Memory['files'][string]): Promise<void> {
    await this.#remember({ files: { ...this.memory.files, [format]: file } })
  }

  async #remember(more: Partial<Memory>): Promise<void> {
    this.memory = { ...this.memory, ...more }
    await this.keep(this.memory)
  }
}

const printed = (memory: Memory, there: There): Memory['files'] =>
  Object.fromEntries(
    Object.entries(memory.files).map(([format, { id, sha256 }]) => {
      const print = there.files.find(file => file.id === id)?.print
      return [
        format,
        {
          ...(id !== undefined && { id }),
          ...(sha256 !== undefined && { sha256 }),
          ...(print !== undefined && { print }),
        },
      ]
    }),
  )
