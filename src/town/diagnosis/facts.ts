import type { z } from 'zod'
import type { FactCard, sayAgents } from '../../contract/diagnosis.ts'
import { Refused } from '../../contract/refused.ts'
import { record } from '../../journal/record.ts'
import type { Database } from '../../store/open.ts'
import type { Actor, World } from '../../store/world.ts'

/** What the town says of itself, by name. */
export const AGENTS = 'agents-fte'
export const SHARED = 'diagnosis-shared'

export async function readFact(db: Database, insee: string, name: string): Promise<FactCard | undefined> {
  const row = await db
    .selectFrom('town_fact')
    .selectAll()
    .where('insee', '=', insee)
    .where('name', '=', name)
    .executeTakeFirst()
  return row && { value: row.value, source: row.source, saidBy: row.said_by, saidAt: row.said_at }
}

/** The agents in full-time equivalents, as a person says them: « 82,5 ». Carnet never guesses. */
export async function writeAgents(world: World, actor: Actor, said: z.output<typeof sayAgents>): Promise<void> {
  const value = said.agents.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  if (!/^\d{1,5}(\.\d{1,2})?$/.test(value))
    throw new Refused(
      422,
      `J’ai lu « ${said.agents} » ; j’attendais un nombre d’agents en équivalents temps plein, par exemple 82,5.`,
    )
  const note = `Agents en équivalents temps plein : ${value.replace('.', ',')} (${said.source})`
  await writeFact(world, actor, { name: AGENTS, value, source: said.source, note })
}

/** Whether the town's score may serve the other towns of this Carnet. */
export const writeShared = (world: World, actor: Actor, shared: boolean): Promise<void> =>
  writeFact(world, actor, {
    ...{ name: SHARED, value: shared ? 'oui' : 'non', source: actor.name },
    note: shared
      ? 'Total du diagnostic partagé avec les autres communes de ce Carnet'
      : 'Total du diagnostic gardé pour la commune',
  })

interface Said {
  readonly name: string
  readonly value: string
  readonly source: string
  readonly note: string
}

async function writeFact(world: World, actor: Actor, { note, ...fact }: Said): Promise<void> {
  await record(world, actor, { act: 'town-fact', note }, async tx => {
    const said = { value: fact.value, source: fact.source, said_by: actor.name, said_at: world.now() }
    await tx
      .insertInto('town_fact')
      .values({ insee: actor.insee, name: fact.name, ...said })
      .onConflict(on => on.columns(['insee', 'name']).doUpdateSet(said))
      .execute()
  })
}
