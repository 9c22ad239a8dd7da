import type { FicheAnswer } from '../../contract/sets.ts'
import type { FicheField } from '../../core/fiche/fiche.ts'
import type { Database } from '../../store/open.ts'

/** What persons wrote, by box: the other boxes are Carnet's. */
export type FicheAnswers = { readonly [F in FicheField]?: FicheAnswer }

export async function answersOf(db: Database, insee: string, dataSet: string): Promise<FicheAnswers> {
  const row = await db
    .selectFrom('fiche')
    .select('body')
    .where(is => is.and({ insee, data_set: dataSet }))
    .executeTakeFirst()
  return row ? (JSON.parse(row.body) as FicheAnswers) : {}
}

/** The contact that was written last in the town's other fiches. */
export async function townContact(db: Database, insee: string, but: string): Promise<FicheAnswer | undefined> {
  const rows = await db
    .selectFrom('fiche')
    .select('body')
    .where('insee', '=', insee)
    .where('data_set', '!=', but)
    .execute()
  const contacts = rows.flatMap(({ body }) => (JSON.parse(body) as FicheAnswers).contact ?? [])
  return contacts.sort((a, b) => (a.at < b.at ? 1 : -1))[0]
}
