import type { ByHand, Wish, Wishlist } from '../../contract/wishes.ts'
import type { Registry } from '../../core/models/registry.ts'
import { findModel, TOWN_PREFIX } from '../../preparation/models/find.ts'
import { NO_MODEL } from '../../preparation/models/no-model.ts'
import { listThemes } from '../../preparation/models/themes.ts'
import type { SetRow } from '../../preparation/sets/find.ts'
import { summaries } from '../../preparation/sets/summary.ts'
import type { Database } from '../../store/open.ts'
import { receivedOf } from './facts.ts'
import { nextOf } from './next.ts'
import { saidIn, servicesOf, wishRows } from './rows.ts'
import { standing } from './standing.ts'

/** What the wishlist needs of the world. */
export interface WishWorld {
  readonly db: Database
  readonly registry: Registry
}

/** The town's wishes in their order, each with what is to be done and what was decided. */
export async function wishlist(world: WishWorld, insee: string): Promise<Wishlist> {
  const { db } = world
  const rows = await wishRows(db, insee)
  const received = await receivedOf(db, insee, rows)
  const said = new Map((await wishesOf(db, insee)).map(row => [row.data_set, saidIn(row)]))
  const services = await servicesOf(db, insee)
  const last = await lastWords(db, insee)
  const stages = await summaries(db, rows, async () => '')
  const serviceIn = (id: string | null) => services.find(one => one.id === id)
  const wishes = await Promise.all(
    rows.map(async (row, at): Promise<Wish> => {
      const mine = said.get(row.id) ?? saidIn(undefined)
      const { boxes, grade } = standing(received.get(row.id)!, mine)
      const [service, second] = [serviceIn(mine.service), serviceIn(mine.second)]
      const graded = last.get(`${row.id} wish-grade`)
      return {
        slug: row.slug,
        title: row.title,
        rank: at + 1,
        ...themeOf(row),
        model: await modelOf(world, insee, row.model),
        stage: stages[at]!.stage,
        ...(service && { service }),
        ...(second && { second }),
        boxes,
        grade: { ...grade, ...(mine.grade && graded && { byHand: graded }) },
        ...(mine.decision && {
          decision: { value: mine.decision, why: mine.why, ...last.get(`${row.id} wish-decision`) },
        }),
        ...(received.get(row.id)!.files > 0 && row.summary === null && { looking: true as const }),
      }
    }),
  )
  const next = nextOf(wishes)
  return { wishes, services, ...(next && { next }) }
}

const wishesOf = (db: Database, insee: string) => db.selectFrom('wish').selectAll().where('insee', '=', insee).execute()

/** Who gave the colour and the decision of each wish last, and when: the journal says it. */
async function lastWords(db: Database, insee: string): Promise<Map<string, ByHand>> {
  const rows = await db
    .selectFrom('journal')
    .select(['data_set', 'act', 'by_name', 'at'])
    .where('insee', '=', insee)
    .where('act', 'in', ['wish-grade', 'wish-decision'])
    .orderBy('seq')
    .execute()
  return new Map(rows.map(({ data_set, act, by_name, at }) => [`${data_set} ${act}`, { by: by_name, at }]))
}

function themeOf({ theme }: SetRow): Pick<Wish, 'theme'> {
  const found = listThemes().find(({ number }) => number === theme)
  if (!found) return {}
  const { number, title, difficulty, difficultyMeaning, why, holder } = found
  return { theme: { number, title, difficulty, difficultyMeaning, why, holder } }
}

async function modelOf(world: WishWorld, insee: string, id: string): Promise<Wish['model']> {
  const { title, kind } = await findModel(world, insee, id)
  return { title, kind: id === NO_MODEL ? 'none' : id.startsWith(TOWN_PREFIX) ? 'town' : kind }
}
