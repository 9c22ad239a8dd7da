import type { Fiche } from '../core/fiche/fiche.ts'

/**
 * Copies elsewhere. A place (data.gouv.fr, Opendatasoft, CKAN, a server of files, a folder) receives copies of published sets; the town's own
 * address stays the source. A place only knows how to read, create, describe and receive files: what to do, in which order, and what a cut in
 * the middle leaves, is one thing for all of them (src/publication/connectors/deliver.ts).
 */
export interface Place {
  /** What its fields are called, in French: « le titre ». */
  readonly labels: Readonly<Record<string, string>>
  /** Tries the door, writes nothing. */
  check(): Promise<Checked>
  /** The files that it takes, of those that the copy has; the order is theirs there. */
  files(copy: Copy): readonly CopyFile[]
  /** What would be written there, in the words of that place: its lists of licences and frequencies are asked of it. */
  wanted(copy: Copy): Promise<Fields>
  /** The copy as it stands there: by its id, or found again by its key; undefined when it is not there. */
  find(copy: Copy, id: string | undefined): Promise<There | undefined>
  /** Made empty, and hidden where the place can hide. Answers its id. */
  create(copy: Copy, fields: Fields): Promise<string>
  /** Writes these fields, and no other. */
  describe(id: string, fields: Fields, copy: Copy): Promise<void>
  /** Answers the id of the file. */
  addFile(id: string, file: CopyFile, copy: Copy): Promise<string>
  /** In place: its links stay. Answers its id, which changes only where a file's id is its name. */
  replaceFile(id: string, fileId: string, file: CopyFile, copy: Copy): Promise<string>
  removeFile(id: string, fileId: string): Promise<void>
  /** Ours first, in this order; then shown to the public. `first`: it was created a moment ago. */
  finish(id: string, fileIds: readonly string[], first: boolean): Promise<void>
  /** The town withdrew the set. `remove`: taken away; `mark`: kept, and said to be out of date. */
  withdraw(id: string, how: 'remove' | 'mark', copy: Copy, why: string): Promise<void>
  /** Ends the connection, where there is one. */
  close?(): Promise<void>
}

/** A set as another place receives it. */
export interface Copy {
  /** Its own for ever, whatever its title or address become: `78217/abc`. The copy is found again by it. */
  readonly key: string
  readonly insee: string
  readonly town: string
  readonly slug: string
  /** Its page at the town's: the source. */
  readonly page: string
  readonly fiche: Fiche
  readonly theme?: string
  readonly model: { readonly id: string; readonly title: string; readonly version: string; readonly national: boolean }
  /** The address of its schema, at the town's. */
  readonly schema: string
  readonly hash: string
  readonly issuedAt: string
  readonly modifiedAt: string
  readonly files: readonly CopyFile[]
}

export interface CopyFile {
  /** `csv`, `geojson`: one of each at most, so it tells which is which when names change. */
  readonly format: string
  /** `commerces.csv` */
  readonly name: string
  readonly title: string
  readonly mime: string
  readonly sha256: string
  /** The table itself, described by the schema. */
  readonly main: boolean
  readonly bytes: () => Promise<Blob>
}

/** Canonical texts, by the name of the field: what was written and what is read again are compared letter by letter. */
export type Fields = Readonly<Record<string, string>>

export interface There {
  readonly id: string
  /** Its page there. */
  readonly address: string
  readonly fields: Fields
  /** In their order there; `print` changes when somebody changes the file. */
  readonly files: readonly { readonly id: string; readonly name: string; readonly print: string }[]
}

export interface Checked {
  /** « Vous êtes Anne Morel, et vous pouvez publier pour 2 organisations. » */
  readonly sentence: string
  /** Organisations of the person that the key belongs to. */
  readonly choices?: readonly { readonly id: string; readonly name: string }[]
  /** How a server of files shows who it is, to be confirmed by the person. */
  readonly hostKey?: string
}

/**
 * `key`: the key or the password is refused, or may not do this. `wrong`: the place refuses what it is sent. `later`: it does not answer now.
 */
export type ProblemKind = 'key' | 'wrong' | 'later'

/** A place did not do what was asked: one French sentence. */
export class PlaceProblem extends Error {
  override readonly name = 'PlaceProblem'
  constructor(
    readonly kind: ProblemKind,
    message: string,
    /** Seconds, when the place says when to come back. */
    readonly retryAfter?: number,
  ) {
    super(message)
  }
}
