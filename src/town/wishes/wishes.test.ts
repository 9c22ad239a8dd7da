import { expect, test } from 'vitest'
import { loadRegistry } from '../../adapters/models/load.ts'
import type { Wish } from '../../contract/wishes.ts'
import { ANNE, aTown, BRUNO } from '../../journal/for-tests.ts'
import { verifyChain } from '../../journal/verify.ts'
import { undo } from '../../preparation/acts/undo.ts'
import { home } from '../../preparation/home/home.ts'
import { changeFacts, createSet, restoreSet, trashSet } from '../../preparation/sets/create.ts'
import type { PreparationWorld } from '../../preparation/world.ts'
import { describeStores, type TestStore } from '../../store/stores-for-tests.ts'
import { sayBox, sayDecision, sayGrade, sayService } from './change.ts'
import { wishHistory } from './history.ts'
import { wishlist } from './list.ts'
import { moveWish } from './move.ts'

const BIKES = 'parkings-a-velos'
/** The diary's ten themes, in the order of the town's wishes. */
const THEMES: readonly [title: string, model: string][] = [
  ['Défibrillateurs', 'schema-dae'],
  ['Covoiturage', 'schema-lieux-covoiturage'],
  ['Parkings à vélos', 'schema-stationnement-cyclable'],
]

describeStores('the wishlist', open => {
  async function town(): Promise<{ world: PreparationWorld; store: TestStore }> {
    const store = await open()
    await aTown(store.world)
    const nothing = () => Promise.reject(new Error('no thread is needed'))
    const world: PreparationWorld = {
      ...store.world,
      registry: loadRegistry(),
      threads: { run: nothing, close: () => Promise.resolve() },
      live: { send: () => undefined },
      report: error => {
        throw error
      },
    }
    await world.db.deleteFrom('data_set').execute()
    for (const [title, model] of THEMES) await createSet(world, ANNE, { title, model })
    return { world, store }
  }
  const order = async (world: PreparationWorld) =>
    (await wishlist(world, '78217')).wishes.map(({ rank, title }) => `${rank} ${title}`)
  const wish = async (world: PreparationWorld, slug: string): Promise<Wish> =>
    (await wishlist(world, '78217')).wishes.find(one => one.slug === slug)!
  const told = async (world: PreparationWorld, slug: string) =>
    (await wishHistory(world.db, '78217', slug)).entries.map(({ by, note }) => `${by} : ${note}`)

  test('a set that is made is the last wish; one goes up, the others make room; nothing of their tables has changed', async () => {
    const { world } = await town()
    expect(await order(world)).toEqual(['1 Défibrillateurs', '2 Covoiturage', '3 Parkings à vélos'])
    const seqs = () => world.db.selectFrom('data_set').select(['slug', 'seq', 'changed_at']).orderBy('slug').execute()
    const before = await seqs()
    await moveWish(world, BRUNO, BIKES, 1)
    expect(await order(world)).toEqual(['1 Parkings à vélos', '2 Défibrillateurs', '3 Covoiturage'])
    await moveWish(world, BRUNO, BIKES, 99)
    expect(await order(world)).toEqual(['1 Défibrillateurs', '2 Covoiturage', '3 Parkings à vélos'])
    await moveWish(world, BRUNO, BIKES, 3)
    expect(await seqs()).toEqual(before)
    expect(await told(world, BIKES)).toEqual([
      'Bruno : Rang parmi les souhaits : 1, devient 3',
      'Bruno : Rang parmi les souhaits : 3, devient 1',
      'Anne : Jeu créé : « Parkings à vélos »',
    ])
  })

  test('a rank given since is not lost by undoing a title; a wish in the trash leaves no hole', async () => {
    const { world } = await town()
    await changeFacts(world, ANNE, BIKES, { title: 'Vélos' })
    await moveWish(world, ANNE, BIKES, 1)
    await undo(world, ANNE, BIKES)
    expect(await order(world)).toEqual(['1 Parkings à vélos', '2 Défibrillateurs', '3 Covoiturage'])
    await trashSet(world, ANNE, 'defibrillateurs')
    expect(await order(world)).toEqual(['1 Parkings à vélos', '2 Covoiturage'])
    expect((await home(world, '78217')).sets.map(({ rank }) => rank)).toEqual([1, 2])
    await expect(moveWish(world, ANNE, 'defibrillateurs', 1)).rejects.toThrow('corbeille')
    await restoreSet(world, ANNE, 'defibrillateurs')
    expect(await order(world)).toEqual(['1 Parkings à vélos', '2 Défibrillateurs', '3 Covoiturage'])
  })

  test('services are the register’s: named once, known for the next wish', async () => {
    const { world } = await town()
    await sayService(world, ANNE, BIKES, { place: 'first', name: 'Services techniques' })
    await sayService(world, ANNE, 'defibrillateurs', { place: 'first', name: 'services  TECHNIQUES' })
    await sayService(world, ANNE, 'defibrillateurs', { place: 'second', name: 'Police municipale' })
    const { services } = await wishlist(world, '78217')
    expect(services.map(({ name }) => name)).toEqual(['Police municipale', 'Services techniques'])
    const dae = await wish(world, 'defibrillateurs')
    expect([dae.service?.name, dae.second?.name]).toEqual(['Services techniques', 'Police municipale'])
    await sayService(world, BRUNO, 'defibrillateurs', { place: 'second', name: null })
    await sayService(world, BRUNO, 'defibrillateurs', { place: 'second', name: null })
    expect((await wish(world, 'defibrillateurs')).second).toBeUndefined()
    expect(await told(world, 'defibrillateurs')).toEqual([
      'Bruno : Second service à contacter : « Police municipale », devient personne',
      'Anne : Second service à contacter : personne, devient « Police municipale »',
      'Anne : Service à contacter : personne, devient « Services techniques »',
      'Anne : Jeu créé : « Défibrillateurs »',
    ])
  })

  test('bikes: black on day 2, green and open on day 4, and their history says how', async () => {
    const { world } = await town()
    expect((await wish(world, BIKES)).grade.value).toBeUndefined()
    await sayBox(world, ANNE, BIKES, { box: 'missing', on: true })
    const day2 = await wish(world, BIKES)
    expect(day2.grade).toEqual({ value: 'black', auto: 'black', reason: 'Ces données sont introuvables.' })
    expect(day2.boxes[0]).toMatchObject({ on: true, auto: false, byHand: { by: 'Anne' } })
    await sayGrade(world, ANNE, BIKES, { grade: 'black' })
    await sayDecision(world, ANNE, BIKES, { decision: 'no', why: 'Personne ne les a comptés.' })
    const { sets, next, waiting, steps } = await home(world, '78217')
    expect(sets.at(-1)).toMatchObject({ slug: BIKES, decision: 'no' })
    expect([next.href, waiting, steps[1]!.total]).toEqual(['/atelier/jeux/defibrillateurs/sources', [], 2])

    await sayBox(world, BRUNO, BIKES, { box: 'missing', on: null })
    await sayGrade(world, BRUNO, BIKES, { grade: 'green' })
    await sayDecision(world, BRUNO, BIKES, { decision: 'open', why: 'Un agent les a relevés.' })
    const day4 = await wish(world, BIKES)
    expect(day4.grade).toMatchObject({ value: 'green', byHand: { by: 'Bruno' } })
    expect(day4.decision).toMatchObject({ value: 'open', why: 'Un agent les a relevés.', by: 'Bruno' })
    expect(await told(world, BIKES)).toEqual([
      'Bruno : Décision : « non », devient « ouvrir ». Pourquoi : Un agent les a relevés.',
      'Bruno : Évaluation : noir (impossible), devient vert (facile)',
      'Bruno : « Introuvable » : rendu à Carnet, qui ne coche pas cette case',
      'Anne : Décision : à décider, devient « non ». Pourquoi : Personne ne les a comptés.',
      'Anne : Évaluation : l’avis de Carnet, noir (impossible), devient noir (impossible)',
      'Anne : « Introuvable » : case pas cochée par Carnet, devient cochée à la main',
      'Anne : Jeu créé : « Parkings à vélos »',
    ])
    await sayGrade(world, BRUNO, BIKES, { grade: null })
    expect((await wish(world, BIKES)).grade.byHand).toBeUndefined()
    await sayDecision(world, BRUNO, BIKES, { decision: null, why: 'ignoré' })
    expect((await wish(world, BIKES)).decision).toBeUndefined()
    expect((await verifyChain(world.db, '78217')).broken).toBeUndefined()
  })

  test('what was read in the file fills the boxes; a person’s word stands whatever the next file says', async () => {
    const { world } = await town()
    const check = (summary: object) =>
      world.db
        .updateTable('data_set')
        .set({ summary: JSON.stringify(summary), summary_seq: 1 })
        .where('slug', '=', 'defibrillateurs')
        .execute()
    const base = { rows: 10, conformity: 90, errors: 3, questions: 0, valid: false, onlyHoles: true }
    await check({ ...base, counts: {}, holes: { columns: ['Latitude'], cells: 3, of: 40 } })
    const on = async () =>
      (await wish(world, 'defibrillateurs')).boxes.filter(one => one.on).map(({ box, reason }) => `${box} ${reason}`)
    expect(await on()).toEqual([
      'compile 1 colonne obligatoire n’a aucune valeur : Latitude.',
      'complete 3 cases obligatoires sont vides.',
    ])
    expect((await wish(world, 'defibrillateurs')).grade.value).toBe('orange')
    await sayBox(world, ANNE, 'defibrillateurs', { box: 'complete', on: false })
    expect((await wish(world, 'defibrillateurs')).grade.value).toBe('green')
    await check({ ...base, counts: {}, holes: { columns: [], cells: 7, of: 40 } })
    expect(await on()).toEqual([])
    const mine = (await wish(world, 'defibrillateurs')).boxes.find(({ box }) => box === 'complete')
    expect(mine).toMatchObject({ on: false, auto: true, reason: '7 cases obligatoires sont vides.' })
    // As a check of an older Carnet left it.
    await check(base)
    expect(await on()).toEqual([])
  })

  test('a theme of one’s own needs a name alone; its model comes later', async () => {
    const { world } = await town()
    const slug = await createSet(world, ANNE, { title: 'Boîtes à livres' })
    await createSet(world, ANNE, { title: 'Jardins partagés' })
    const own = await wish(world, slug)
    expect(own).toMatchObject({ rank: 4, model: { title: 'Modèle à faire', kind: 'none' } })
    expect(own.theme).toBeUndefined()
    await changeFacts(world, ANNE, slug, { model: 'equipements' })
    expect((await wish(world, slug)).model.kind).toBe('national')
  })
})
