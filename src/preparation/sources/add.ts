import { Refused } from '../../contract/refused.ts'
import type { Op, SourcePlace } from '../../contract/sets.ts'
import type { Actor } from '../../store/world.ts'
import { changeSet, type PlanDone } from '../acts/do-plan.ts'
import type { Plan, Scene } from '../acts/scene.ts'
import { refuseTrashed } from '../sets/find.ts'
import { findUpload, type UploadRow } from '../uploads/cards.ts'
import type { PreparationWorld } from '../world.ts'

export interface PlacedSource extends SourcePlace {
  readonly id: string
  readonly sha256: string
  readonly name: string
}

/** A file received joins the set. The first one is the main one. */
export async function addSource(
  world: PreparationWorld,
  actor: Actor,
  slug: string,
  upload: string,
): Promise<PlanDone> {
  const file = await readableUpload(world, actor.insee, upload)
  return changeSet(world, actor, slug, { act: 'add-source' }, async (scene, set) => {
    refuseTrashed(set)
    const sources = await sourcesIn(scene)
    if (sources.some(({ id, replacedBy }) => id === upload && replacedBy === undefined)) return NOTHING
    refuseTwin(sources, file)
    const was = placeOf(sources, upload)
    const rank = Math.max(-1, ...sources.map(one => one.rank)) + 1
    return {
      change: [{ op: 'source', id: upload, now: { rank }, ...(was && { was }) }],
      note: `Fichier ajouté : « ${file.name} »`,
    }
  })
}

const NOTHING: Plan = { change: [], note: '' }

/** A file that joins a set has been read, and holds a table. */
export async function readableUpload({ db }: PreparationWorld, insee: string, id: string): Promise<UploadRow> {
  const file = await findUpload(db, insee, id)
  if (file.unreadable !== null) throw new Refused(422, `« ${file.name} » ne peut pas servir : ${file.unreadable}`)
  if (file.content_sha256 === null)
    throw new Refused(409, `« ${file.name} » n’est pas encore lu : attendez la fin de la lecture.`)
  return file
}

export async function sourcesIn({ tx, insee, id }: Scene): Promise<PlacedSource[]> {
  const rows = await tx
    .selectFrom('source')
    .innerJoin('upload', join =>
      join.onRef('upload.insee', '=', 'source.insee').onRef('upload.id', '=', 'source.upload'),
    )
    .select(['upload.id', 'sha256', 'name', 'rank', 'replaced_by'])
    .where('source.insee', '=', insee)
    .where('source.data_set', '=', id)
    .orderBy('rank')
    .orderBy('upload.id')
    .execute()
  return rows.map(({ replaced_by, ...row }) => ({ ...row, ...(replaced_by !== null && { replacedBy: replaced_by }) }))
}

/** The same bytes twice in a set would count every row twice. */
export function refuseTwin(sources: readonly PlacedSource[], { sha256, name }: UploadRow): void {
  const twin = sources.find(one => one.sha256 === sha256 && one.replacedBy === undefined)
  if (twin)
    throw new Refused(
      409,
      twin.name === name
        ? `« ${name} » est déjà dans ce jeu : c’est le même fichier, octet pour octet.`
        : `« ${name} » est le même fichier que « ${twin.name} », déjà dans ce jeu.`,
    )
}

export function placeOf(sources: readonly PlacedSource[], upload: string): SourcePlace | undefined {
  const found = sources.find(({ id }) => id === upload)
  return found && { rank: found.rank, ...(found.replacedBy !== undefined && { replacedBy: found.replacedBy }) }
}

/** The set without this file: its rows leave the table, the file itself stays kept. */
export const removeSource = (world: PreparationWorld, actor: Actor, slug: string, upload: string): Promise<PlanDone> =>
  changeSet(world, actor, slug, { act: 'remove-source' }, async (scene, set) => {
    refuseTrashed(set)
    const sources = await sourcesIn(scene)
    const file = sources.find(({ id }) => id === upload)
    const was = placeOf(sources, upload)
    if (!file || !was) throw new Refused(404, 'Ce fichier n’est pas dans ce jeu.')
    return { change: [{ op: 'source', id: upload, was }], note: `Fichier retiré du jeu : « ${file.name} »` }
  })

/** The files in this order: the first one is the main one. */
export const orderSources = (
  world: PreparationWorld,
  actor: Actor,
  slug: string,
  uploads: readonly string[],
): Promise<PlanDone> =>
  changeSet(world, actor, slug, { act: 'order-sources' }, async (scene, set) => {
    refuseTrashed(set)
    const sources = await sourcesIn(scene)
    const first = uploads.filter(id => sources.some(one => one.id === id))
    const order = [...first, ...sources.map(({ id }) => id).filter(id => !first.includes(id))]
    const change = order.flatMap((id, rank): Op[] => {
      const was = placeOf(sources, id)!
      return was.rank === rank ? [] : [{ op: 'source', id, now: { ...was, rank }, was }]
    })
    const main = sources.find(({ id }) => id === order[0])
    return { change, note: `Ordre des fichiers changé : « ${main?.name ?? ''} » vient en premier` }
  })
