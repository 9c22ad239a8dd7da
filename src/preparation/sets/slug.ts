import { stripAccents } from '../../core/values/text.ts'
import type { Database } from '../../store/open.ts'

/** What the address of a set says: « Commerces et leurs horaires » gives `commerces-et-leurs-horaires`. */
export function slugOf(title: string): string {
  const words = stripAccents(title)
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return words.slice(0, 60).replace(/-+$/, '') || 'jeu'
}

/** The same with a number when another set has it, were it in the trash: an address is for ever. */
export async function freeSlug(db: Database, insee: string, title: string): Promise<string> {
  const wanted = slugOf(title)
  const rows = await db.selectFrom('data_set').select('slug').where('insee', '=', insee).execute()
  const taken = new Set(rows.map(({ slug }) => slug))
  if (!taken.has(wanted)) return wanted
  for (let n = 2; ; n++) if (!taken.has(`${wanted}-${n}`)) return `${wanted}-${n}`
}
