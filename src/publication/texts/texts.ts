import type { Selectable } from 'kysely'
import type { TownText } from '../../contract/publication.ts'
import { Refused } from '../../contract/refused.ts'
import { record } from '../../journal/record.ts'
import type { Database } from '../../store/open.ts'
import type { TownTextTable } from '../../store/tables.ts'
import type { Actor, World } from '../../store/world.ts'

/** What was never written yet: version 0, empty. */
const blank = (name: string): TownText => ({ name, version: 0, body: '', writtenAt: '', writtenBy: '' })

/** A text of the town as it was last written; version 0 when nobody wrote it. */
export async function townText(db: Database, insee: string, name: string): Promise<TownText> {
  const row = await rowsOf(db, insee, name).limit(1).executeTakeFirst()
  return row ? textOf(row) : blank(name)
}

/** Several at once, by name: those that somebody wrote whose name starts so (a prefix of ours, without `%` or `_`). */
export async function townTexts(db: Database, insee: string, prefix: string): Promise<Map<string, TownText>> {
  const rows = await db
    .selectFrom('town_text')
    .selectAll()
    .where('insee', '=', insee)
    .where('name', 'like', `${prefix}%`)
    .orderBy('version')
    .execute()
  // The latest of a name comes last, and stays.
  return new Map(rows.map(row => [row.name, textOf(row)]))
}

/** Every writing of it, latest first. */
export async function textVersions(db: Database, insee: string, name: string): Promise<TownText[]> {
  return (await rowsOf(db, insee, name).execute()).map(textOf)
}

export interface Writing {
  readonly name: string
  readonly body: string
  /** The version that the writer had before her eyes; 0: none. */
  readonly seen: number
  /** What the text is, for the journal: « Mentions légales ». */
  readonly title: string
  /** Kept beside under another name, at the same version: what the writer started from. */
  readonly beside?: { readonly name: string; readonly body: string }
}

/** A new version; the earlier ones stay. Refused when somebody wrote another since: nobody's words are covered unseen. */
export async function writeTownText(world: World, actor: Actor, writing: Writing): Promise<TownText> {
  const { name, body, seen, title, beside } = writing
  const before = await townText(world.db, actor.insee, name)
  if (before.version === seen && (await isThere(world.db, actor.insee, [writing, ...(beside ? [beside] : [])])))
    return before
  await record(world, actor, { act: 'text', note: `Texte « ${title} » écrit` }, async tx => {
    const last = await rowsOf(tx, actor.insee, name).limit(1).executeTakeFirst()
    if ((last?.version ?? 0) !== seen) throw covered(last)
    const stamp = { insee: actor.insee, version: seen + 1, written_at: world.now(), written_by: actor.name }
    const rows = [{ name, body }, ...(beside ? [beside] : [])]
    await tx
      .insertInto('town_text')
      .values(rows.map(row => ({ ...stamp, name: row.name, body: row.body })))
      .execute()
  })
  return townText(world.db, actor.insee, name)
}

/** Writing the same again makes no version. */
async function isThere(
  db: Database,
  insee: string,
  texts: readonly { readonly name: string; readonly body: string }[],
) {
  for (const { name, body } of texts) {
    const { version, body: there } = await townText(db, insee, name)
    if (version === 0 || there !== body) return false
  }
  return true
}

const covered = (last: Row | undefined) =>
  new Refused(
    409,
    last
      ? `${last.written_by} a écrit ce texte pendant que vous le lisiez : relisez le sien, puis reprenez le vôtre. Rien n’est perdu.`
      : 'Ce texte n’a encore jamais été écrit : rouvrez la page, puis recommencez.',
  )

type Row = Selectable<TownTextTable>

const rowsOf = (db: Database, insee: string, name: string) =>
  db.selectFrom('town_text').selectAll().where('insee', '=', insee).where('name', '=', name).orderBy('version', 'desc')

const textOf = (row: Row): TownText => ({
  name: row.name,
  version: row.version,
  body: row.body,
  writtenAt: row.written_at,
  writtenBy: row.written_by,
})
