import type { z } from 'zod'
import type { Kit, KitDetails, KitPiece, writeDetails, writePiece } from '../../contract/kit.ts'
import { kitDetails } from '../../contract/kit.ts'
import type { TownText } from '../../contract/publication.ts'
import { Refused } from '../../contract/refused.ts'
import type { Actor, World } from '../../store/world.ts'
import { readCatalog } from '../catalog/read.ts'
import { townText, townTexts, writeTownText } from '../texts/texts.ts'
import { factsOf, type KitFacts } from './facts.ts'
import { type PieceKind, pieceNamed, piecesFor } from './pieces.ts'
import { typeset } from './typeset.ts'

export interface KitWorld extends World {
  readonly publicUrl: string
  readonly local: boolean
}

const DETAILS = 'kit/precisions'
const NO_DETAILS: KitDetails = { launch: '', app: '', contact: '' }
/** What Carnet proposed when a person wrote: kept beside her words, to know when the sets have changed since. */
const basisOf = (name: string): string => `kit-depart/${name}`

export async function readKit(world: KitWorld, insee: string): Promise<Kit> {
  const { facts, details } = await factsFor(world, insee)
  const [written, bases] = [await townTexts(world.db, insee, 'kit/'), await townTexts(world.db, insee, 'kit-depart/')]
  return {
    sets: facts.sets.length,
    portal: facts.portal,
    unreachable: world.local,
    details: facts.details,
    detailsVersion: details.version,
    pieces: piecesFor(facts).map(kind =>
      pieceOf(kind, facts, written.get(`kit/${kind.name}`), bases.get(basisOf(kind.name))),
    ),
  }
}

export async function readPiece(world: KitWorld, insee: string, name: string): Promise<KitPiece> {
  const { facts } = await factsFor(world, insee)
  const kind = known(name, facts)
  const written = await townText(world.db, insee, `kit/${name}`)
  return pieceOf(kind, facts, written, await townText(world.db, insee, basisOf(name)))
}

/** A person's writing: from now on it is hers, whatever becomes of the sets. */
export async function writeKitPiece(
  world: KitWorld,
  actor: Actor,
  name: string,
  { body, seen }: z.output<typeof writePiece>,
): Promise<KitPiece> {
  const { facts } = await factsFor(world, actor.insee)
  const kind = known(name, facts)
  const beside = { name: basisOf(name), body: proposalOf(kind, facts) }
  await writeTownText(world, actor, { name: `kit/${name}`, title: kind.title, body, seen, beside })
  return readPiece(world, actor.insee, name)
}

export async function writeKitDetails(
  world: KitWorld,
  actor: Actor,
  sent: z.output<typeof writeDetails>,
): Promise<Kit> {
  const writing = { name: DETAILS, title: 'Précisions du kit de communication', seen: sent.seen }
  await writeTownText(world, actor, { ...writing, body: JSON.stringify(sent.details) })
  return readKit(world, actor.insee)
}

function known(name: string, facts: KitFacts): PieceKind {
  const kind = pieceNamed(name)
  if (!kind) throw new Refused(404, 'Ce texte n’est pas dans le kit de communication.')
  if (!piecesFor(facts).includes(kind))
    throw new Refused(409, 'Ce texte parle de vos jeux publiés : publiez-en un d’abord.')
  return kind
}

async function factsFor(world: KitWorld, insee: string): Promise<{ facts: KitFacts; details: TownText }> {
  const catalog = await readCatalog(world)
  const details = await townText(world.db, insee, DETAILS)
  const read = kitDetails.safeParse(details.version > 0 ? JSON.parse(details.body) : NO_DETAILS)
  const { name } = await world.db.selectFrom('town').select('name').where('insee', '=', insee).executeTakeFirstOrThrow()
  const sets = catalog.sets.filter(one => one.insee === insee)
  return { facts: factsOf(name, world.publicUrl, sets, read.success ? read.data : NO_DETAILS), details }
}

const proposalOf = (kind: PieceKind, facts: KitFacts): string => typeset(kind.write(facts))

function pieceOf(
  kind: PieceKind,
  facts: KitFacts,
  written: TownText | undefined,
  basis: TownText | undefined,
): KitPiece {
  const { write: _, ...rest } = kind
  const proposal = proposalOf(kind, facts)
  if (!written || written.version === 0) return { ...rest, body: proposal, version: 0 }
  const changed = basis !== undefined && basis.version > 0 && basis.body !== proposal && written.body !== proposal
  return {
    ...rest,
    ...{ body: written.body, version: written.version, writtenBy: written.writtenBy, writtenAt: written.writtenAt },
    ...(changed && { newProposal: proposal }),
  }
}
