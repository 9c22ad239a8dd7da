import type { Generated } from 'kysely'
import type { Once } from './once.ts'
import type { TownTables } from './town-tables.ts'

/**
 * The database, as both SQLite and PostgreSQL hold it. Every key of what belongs to a town starts with the town's INSEE code, so that the data
 * distributes by town. Instants are ISO 8601 texts in UTC, JSON is text, a yes is 1: one writing for both engines.
 */
export interface Tables extends TownTables {
  town: TownTable
  person: PersonTable
  account: AccountTable
  session: SessionTable
  sign_in: SignInTable
  link: LinkTable
  attempt: AttemptTable
  upload: UploadTable
  data_set: DataSetTable
  source: SourceTable
  step: StepTable
  hand_cell: HandCellTable
  hand_row: HandRowTable
  hand_gone: HandGoneTable
  conflict: ConflictTable
  model: ModelTable
  version: VersionTable
  job: JobTable
  journal: JournalTable
  erasure: ErasureTable
  fiche: FicheTable
  guard: GuardTable
  guard_answer: GuardAnswerTable
  publication: PublicationTable
  redirect: RedirectTable
  connector: ConnectorTable
  delivery: DeliveryTable
  town_text: TownTextTable
}

export interface TownTable {
  insee: Once<string>
  name: string
  siret: string | null
  /** The town's address file: the SHA-256 of its bytes, its name, how many addresses. */
  addresses_sha256: string | null
  addresses_name: string | null
  addresses_count: number | null
  /** 1: an example, said on every page. */
  example: number
  created_at: Once<string>
}

/** Somebody's place in one town. The same mail in another town is another row. */
export interface PersonTable {
  insee: Once<string>
  id: Once<string>
  name: string
  mail: string | null
  role: string
  department: string | null
  created_at: Once<string>
  left_at: string | null
  /** 1: a coach whom the town asked to prepare its sets too. */
  helps: Generated<number>
}

/** How a mail signs in, whatever the towns. */
export interface AccountTable {
  mail: Once<string>
  password_hash: string | null
  oidc_issuer: string | null
  oidc_subject: string | null
  created_at: Once<string>
}

/** Only the SHA-256 of the cookie's 256 random bits is here: a copy of the database opens nothing. */
export interface SessionTable {
  token_hash: Once<string>
  insee: string
  person: string
  created_at: Once<string>
  seen_at: string
  expires_at: string
}

/** A mailed link and its six digits: hashed, single use, 15 minutes. */
export interface SignInTable {
  token_hash: Once<string>
  code_hash: Once<string>
  mail: Once<string>
  /** Hash of a cookie of the browser that asked. */
  asked_by: string | null
  created_at: Once<string>
  expires_at: Once<string>
  used_at: string | null
}

export interface LinkTable {
  insee: Once<string>
  id: Once<string>
  token_hash: Once<string>
  scope: string
  label: string
  created_by: Once<string>
  created_at: Once<string>
  expires_at: string
  revoked_at: string | null
  uses: number
  last_used_at: string | null
}

/** What rate limits count: `kind` and `who` (an address, an account), one row an attempt. */
export interface AttemptTable {
  id: Once<string>
  kind: Once<string>
  who: Once<string>
  at: Once<string>
}

/** A file received, its bytes in the blobs under their SHA-256. */
export interface UploadTable {
  insee: Once<string>
  id: Once<string>
  sha256: string
  name: string
  size: number
  sent_at: Once<string>
  sent_by: Once<string>
  unreadable: string | null
  /** SHA-256 of the blob that holds what the readers found (JSON), once read. */
  content_sha256: string | null
  /** Of each table found: its sheet, its rows, its columns (JSON). */
  tables: string | null
  erased_at: string | null
}

export interface DataSetTable {
  insee: Once<string>
  id: Once<string>
  slug: string
  title: string
  model: string
  theme: number | null
  rank: number | null
  created_at: Once<string>
  changed_at: string
  changed_by: string
  trashed_at: string | null
  /** Number of the last journal entry that changed it. */
  seq: number
  /** The recipe as it was last proposed: what a person decided since is the difference. */
  proposed: string | null
  /** Summary of the last check on the server, and the `seq` that it looked at. */
  summary: string | null
  summary_seq: number | null
}

/** A file received that feeds a set. */
export interface SourceTable {
  insee: Once<string>
  data_set: Once<string>
  upload: Once<string>
  rank: number
  replaced_by: string | null
}

/** Steps of a set's recipe, ordered by `at`. A `by-hand` step's cells are in the three tables below. */
export interface StepTable {
  insee: Once<string>
  data_set: Once<string>
  id: Once<string>
  at: number
  body: string
}
export interface HandCellTable {
  insee: Once<string>
  data_set: Once<string>
  hand: Once<string>
  /** Canonical JSON of the row's identity. */
  row_key: Once<string>
  column_name: Once<string>
  base: string
  value: string
  changed_by: string
  seq: number
}
export interface HandRowTable {
  insee: Once<string>
  data_set: Once<string>
  hand: Once<string>
  id: Once<string>
  cells: string
  seq: number
}
export interface HandGoneTable {
  insee: Once<string>
  data_set: Once<string>
  hand: Once<string>
  row_key: Once<string>
  seq: number
}
export interface ConflictTable {
  insee: Once<string>
  data_set: Once<string>
  id: Once<string>
  body: string
}

/** A model made in the town (theme maker). */
export interface ModelTable {
  insee: Once<string>
  id: Once<string>
  title: string
  schema: string
  extra: string
  created_at: Once<string>
  trashed_at: string | null
}

/** What was published, frozen: never changed. Its files are blobs. */
export interface VersionTable {
  insee: Once<string>
  data_set: Once<string>
  /** The address of the version: SHA-256 of its manifest (data, fiche, model, recipe, report). An erasure changes the blobs, never the address. */
  hash: Once<string>
  parquet_sha256: string
  csv_sha256: string
  manifest_sha256: string
  rows: number
  seq: number
  created_at: Once<string>
  created_by: Once<string>
}

export interface JobTable {
  insee: Once<string>
  id: Once<string>
  kind: Once<string>
  data_set: string | null
  title: string
  input: string
  state: string
  progress: number
  message: string
  result: string | null
  created_at: Once<string>
  created_by: Once<string>
  ended_at: string | null
}

/** Append-only. `change` holds what it did and what it replaced. Each entry's hash covers the one before (src/journal/chain.ts). */
export interface JournalTable {
  insee: Once<string>
  seq: Once<number>
  at: Once<string>
  /** Id of the person or of the link, '' for Carnet itself; and the name that was hers. */
  by: Once<string>
  by_name: Once<string>
  act: Once<string>
  data_set: string | null
  note: string
  change: string | null
  /** The browser's key of the act: the same twice is done once. */
  key: string | null
  /** The entry that this one undoes, or does again. */
  undoes: number | null
  /** Random, hashed with `note` and `change`: once it is erased, their hash says nothing of what they were. */
  salt: string | null
  /** When the content was erased for good: the hash that it had, so that the chain still holds. */
  erased: string | null
  hash: Once<string>
}

/** Who erased for good, and when: not what. */
export interface ErasureTable {
  insee: Once<string>
  id: Once<string>
  at: Once<string>
  by_name: Once<string>
  kind: Once<string>
  places: number
  /** SHA-256 of the blobs still to be erased (JSON): null once everything is gone from the disk. */
  todo: string | null
}

/** What persons answered in the fiche descriptive of a set (JSON): what Carnet fills by itself is computed, never kept. */
export interface FicheTable {
  insee: Once<string>
  data_set: Once<string>
  body: string
  seq: number
}

/** What the personal-data guard found last (JSON), and the `seq` of the set that it looked at. */
export interface GuardTable {
  insee: Once<string>
  data_set: Once<string>
  body: string
  seq: number
}

/** What a person decided of one finding of the guard. */
export interface GuardAnswerTable {
  insee: Once<string>
  data_set: Once<string>
  /** The finding's key: the same finding on next year's file has the same. */
  finding: Once<string>
  answer: string
  reason: string
  answered_by: string
  answered_at: string
  seq: number
}

/** A set that the public sees, or saw: its address is its own for ever, in the whole instance. */
export interface PublicationTable {
  insee: Once<string>
  data_set: Once<string>
  slug: string
  /** Of the latest version. */
  hash: string
  /** Random and secret: a pseudonym is the same in all the versions of the set, and cannot be guessed back. */
  salt: Once<string>
  issued_at: string
  modified_at: string
  /** Set: a tombstone, with the reason that the public reads. */
  withdrawn_at: string | null
  withdrawn_why: string | null
}

/** An address that a published set had before it was renamed. */
export interface RedirectTable {
  slug: Once<string>
  insee: Once<string>
  data_set: Once<string>
}

/** A place where published sets are copied: data.gouv.fr, Opendatasoft, CKAN, a server of files, a folder. */
export interface ConnectorTable {
  insee: Once<string>
  id: Once<string>
  kind: string
  title: string
  settings: string
  /** Key or password, encrypted with the instance's own key: never sent to a page, never in an archive. */
  secret: string | null
  created_at: Once<string>
  created_by: Once<string>
  removed_at: string | null
}

/** Where one set's copy stands in one place. */
export interface DeliveryTable {
  insee: Once<string>
  data_set: Once<string>
  connector: Once<string>
  /** 1: the town wants this set there. */
  wanted: number
  /** The version that is there. */
  hash: string | null
  /** What the place calls it: ids, and its state when it was last seen (JSON). */
  remote: string | null
  state: string
  message: string
  tried_at: string | null
  delivered_at: string | null
}

/** A text of the town: legal pages, communication kit. Each writing is a version, none is lost. */
export interface TownTextTable {
  insee: Once<string>
  name: Once<string>
  version: Once<number>
  body: string
  written_at: Once<string>
  written_by: Once<string>
}
