import type { Once } from './once.ts'

/** Days 1 and 2, as the database holds them: the diagnosis, the wishes, who has what, what is asked of whom; and the coach's campaigns. */
export interface TownTables {
  diagnosis: DiagnosisTable
  diagnosis_answer: DiagnosisAnswerTable
  town_fact: TownFactTable
  wish: WishTable
  node: NodeTable
  edge: EdgeTable
  register_snapshot: RegisterSnapshotTable
  request: RequestTable
  letter: LetterTable
  campaign: CampaignTable
  campaign_town: CampaignTownTable
  reminder: ReminderTable
}

/** One diagnosis: the town answers it again a year later, and compares. */
export interface DiagnosisTable {
  insee: Once<string>
  id: Once<string>
  title: string
  opened_at: Once<string>
  opened_by: Once<string>
  closed_at: string | null
}
/** What one person answered to one question: several answer side by side. */
export interface DiagnosisAnswerTable {
  insee: Once<string>
  diagnosis: Once<string>
  /** Id of a person or of a link. */
  answerer: Once<string>
  question: Once<string>
  answerer_name: string
  /** Of a scored question: 0 to 4. */
  answer: string
  remark: string
  answered_at: string
}

/** What the town says of itself (`agents-fte`), with where it is known from: Carnet never guesses it. */
export interface TownFactTable {
  insee: Once<string>
  name: Once<string>
  value: string
  source: string
  said_by: string
  said_at: string
}

/** What the paper wishlist says of a set, beyond its theme and its rank. */
export interface WishTable {
  insee: Once<string>
  data_set: Once<string>
  /** Nodes of the register: the service to contact, and a second one. */
  service: string | null
  second_service: string | null
  /** Boxes that a person ticked or cleared herself (JSON): the others fill themselves. */
  boxes: string
  /** Green, orange, red or black when a person said it herself. */
  grade: string | null
  decision: string | null
  why: string
  seq: number
}

/** Who has what: a person, a service, an elected person, an outside body, a set. */
export interface NodeTable {
  insee: Once<string>
  id: Once<string>
  kind: string
  name: string
  body: string
  seq: number
}
export interface EdgeTable {
  insee: Once<string>
  id: Once<string>
  from_node: string
  to_node: string
  kind: string
  /** The hat that a person wears there: « Responsable ». */
  role: string
  seq: number
}
export interface RegisterSnapshotTable {
  insee: Once<string>
  id: Once<string>
  title: string
  body: Once<string>
  taken_at: Once<string>
  taken_by: Once<string>
}

/** Something asked of somebody: a sheet to fill, a form, questions, an approval. */
export interface RequestTable {
  insee: Once<string>
  id: Once<string>
  data_set: string | null
  kind: Once<string>
  node: string | null
  to_name: string
  to_mail: string | null
  link: string | null
  /** The secret of the link, sealed: a reminder gives the same address again, and a copy of the database opens nothing. */
  sealed: string | null
  /** What one person is asked in one mail, about one set or several. */
  mailing: Once<string>
  /** Columns or questions asked, and what was answered (JSON). */
  asked: string
  state: string
  created_at: Once<string>
  created_by: Once<string>
  sent_at: string | null
  answered_at: string | null
  /** Rhythm of the reminders that the referent chose, and when the next one is due. */
  every_days: number | null
  next_at: string | null
  absent_until: string | null
  reminders: number
  /** The request that was made of somebody else instead. */
  passed_to: string | null
  seq: number
}

/** A mail in the town's name: shown before it is sent, kept as it went. */
export interface LetterTable {
  insee: Once<string>
  id: Once<string>
  kind: Once<string>
  request: string | null
  to_name: string
  to_mail: string
  subject: string
  body: string
  state: string
  due_at: string | null
  written_at: Once<string>
  written_by: Once<string>
  /** When it left; of one on its way, since when. */
  sent_at: string | null
  message: string
  /** Files that go with it: name, type, size, SHA-256 of the blob (JSON). */
  attachments: string
}

/** A coach's days with several towns. */
export interface CampaignTable {
  id: Once<string>
  /** Mail of the coach: the same person in each of her towns. */
  coach: Once<string>
  title: string
  days: string
  created_at: Once<string>
  ended_at: string | null
}
export interface CampaignTownTable {
  insee: Once<string>
  campaign: Once<string>
  /** When the coach proposed it to the town. */
  asked_at: Once<string>
  /** When its referent said yes. */
  joined_at: string | null
  /** When its referent said no, or left. */
  left_at: string | null
}

/** What is known of the reminder of a published set: its date is computed from the fiche, never kept. */
export interface ReminderTable {
  insee: Once<string>
  data_set: Once<string>
  /** The day for which a letter was prepared last, and that letter. */
  due: string | null
  letter: string | null
  /** The letter that the referent read and lets go without being asked again (JSON, its day left out): another text asks again. */
  auto: string | null
  auto_by: string | null
  auto_at: string | null
}
