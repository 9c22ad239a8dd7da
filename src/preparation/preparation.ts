import type { Act, ActsAnswer, ActsSent } from '../contract/sets.ts'
import type { Actor } from '../store/world.ts'
import type { Done, PlanDone } from './acts/do-plan.ts'
import { performAct, performActs } from './acts/perform.ts'
import { redo, undo } from './acts/undo.ts'
import { compareSet, comparingWork, comparison } from './comparisons/compare-set.ts'
import { erase } from './erasures.ts'
import { home } from './home/home.ts'
import { Jobs } from './jobs/jobs.ts'
import { readingWork } from './jobs/read-upload.ts'
import { proposeSet, proposingWork } from './proposals/propose-set.ts'
import { Checks } from './sets/checks.ts'
import { findAnySet, findSet } from './sets/find.ts'
import { setQuestions } from './sets/questions.ts'
import { addSource, orderSources, removeSource } from './sources/add.ts'
import { replaceSource } from './sources/replace.ts'
import { inbox } from './uploads/inbox.ts'
import type { PreparationWorld } from './world.ts'

/** Tells those who watch a set what was just done there, and has the set checked again. */
export type Told = (actor: Actor, slug: string, done: readonly Done[]) => Promise<void>

/** The doors of this area: what is done is told to those who watch, and followed by the work that it calls for. */
export class Preparation {
  readonly jobs: Jobs
  readonly checks: Checks

  constructor(readonly world: PreparationWorld) {
    this.checks = new Checks(world)
    this.jobs = new Jobs(world, {
      read: readingWork(world),
      propose: proposingWork(world, this.told),
      compare: comparingWork(world),
    })
  }

  /** Work that a restart interrupted starts again. */
  async start(): Promise<void> {
    await this.jobs.resume()
    await this.checks.resume()
  }

  async close(): Promise<void> {
    this.checks.close()
    await this.world.threads.close()
    await this.jobs.close()
  }

  readonly told: Told = async (actor, slug, done) => {
    for (const { seq, note, change } of done)
      this.world.live.send(actor.insee, slug, { type: 'entry', seq, by: actor.name, note, change })
    if (done.length > 0) this.checks.soon(actor.insee, slug)
  }

  /** Acts of a page, or of the holder of a link. */
  async perform(actor: Actor, slug: string, sent: ActsSent): Promise<ActsAnswer> {
    const { answer, done } = await performActs(this.world, actor, slug, sent)
    await this.told(actor, slug, done)
    return answer
  }

  /** One act; throws `Refused` when it cannot be done. */
  async performOne(actor: Actor, slug: string, key: string, act: Act): Promise<ActsAnswer> {
    const { answer, done } = await performAct(this.world, actor, slug, key, act)
    await this.told(actor, slug, done)
    return answer
  }

  async undo(actor: Actor, slug: string, key?: string): Promise<Done> {
    return this.#one(actor, slug, await undo(this.world, actor, slug, key))
  }

  async redo(actor: Actor, slug: string, key?: string): Promise<Done> {
    return this.#one(actor, slug, await redo(this.world, actor, slug, key))
  }

  /** A file joins or leaves the set, or becomes the main one: Carnet proposes again, persons' decisions are kept. */
  addSource = (actor: Actor, slug: string, upload: string) =>
    this.#thenPropose(actor, slug, addSource(this.world, actor, slug, upload))
  removeSource = (actor: Actor, slug: string, upload: string) =>
    this.#thenPropose(actor, slug, removeSource(this.world, actor, slug, upload))
  orderSources = (actor: Actor, slug: string, uploads: readonly string[]) =>
    this.#thenPropose(actor, slug, orderSources(this.world, actor, slug, uploads))

  /** Next year's file: the same recipe, nothing is proposed anew. */
  async replaceSource(actor: Actor, slug: string, upload: string, instead: string): Promise<void> {
    await this.tell(actor, slug, await replaceSource(this.world, actor, slug, upload, instead))
  }

  async compare(actor: Actor, slug: string, upload: string, instead?: string): Promise<string> {
    return (await compareSet(this.world, this.jobs, actor, slug, upload, instead)).id
  }
  comparison = (insee: string, slug: string, upload: string) => comparison(this.world, insee, slug, upload)

  questions = (insee: string, slug: string) => setQuestions(this.world, this.checks, insee, slug)
  inbox = (insee: string) => inbox(this.world, insee)
  home = (insee: string) => home(this.world, insee)

  /** The sets that are still there are read and checked again. */
  async erase(actor: Actor, sent: Parameters<typeof erase>[2]): Promise<number> {
    const { places, sets } = await erase(this.world, actor, sent)
    for (const slug of sets) {
      const { seq } = await findAnySet(this.world.db, actor.insee, slug)
      await this.told(actor, slug, [{ seq, note: 'Données effacées définitivement', change: [] }])
    }
    return places
  }

  async #thenPropose(actor: Actor, slug: string, change: Promise<PlanDone>): Promise<void> {
    const { done } = await change
    if (!done) return
    await this.told(actor, slug, [done])
    await this.propose(actor, slug)
  }

  async propose(actor: Actor, slug: string): Promise<string> {
    return (await proposeSet(this.jobs, actor, await findSet(this.world.db, actor.insee, slug))).id
  }

  /** What the server itself changed, told. */
  async tell(actor: Actor, slug: string, { done }: PlanDone): Promise<void> {
    if (done) await this.told(actor, slug, [done])
  }

  async #one(actor: Actor, slug: string, done: Done): Promise<Done> {
    await this.told(actor, slug, [done])
    return done
  }
}
