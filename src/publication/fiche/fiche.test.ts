import { expect, test } from 'vitest'
import { loadRegistry } from '../../adapters/models/load.ts'
import { undoable } from '../../journal/undo.ts'
import { undo } from '../../preparation/acts/undo.ts'
import { ANNE, act, aTown, BRUNO, drawKey } from '../../preparation/for-tests.ts'
import { runTask } from '../../preparation/tasks/run.ts'
import type { Task, TaskResult, TaskType } from '../../preparation/tasks/task.ts'
import type { PreparationWorld } from '../../preparation/world.ts'
import { describeStores, type TestStore } from '../../store/stores-for-tests.ts'
import { changeFiche, ficheBoxes, frozenFiche, nextBox } from './index.ts'

/** Épône and its set of shops, which follows Carnet's model; two rows typed by hand. */
async function shops({ world }: TestStore): Promise<PreparationWorld> {
  await aTown(world)
  await world.db.updateTable('data_set').set({ model: 'carnet-commerces', theme: 16 }).execute()
  const row = (nom: string, latitude: string) => ({ nom, latitude, longitude: '1.81' })
  await act(world, ANNE, 'p', { type: 'add-row', hand: 'main', row: 'a', cells: row('Boulangerie', '48.95') })
  await act(world, ANNE, 'p', { type: 'add-row', hand: 'main', row: 'b', cells: row('Garage', '48.96') })
  const threads = {
    run: <T extends TaskType>(task: Extract<Task, { type: T }>) => runTask(task, () => {}) as Promise<TaskResult<T>>,
    close: async () => {},
  }
  return { ...world, registry: loadRegistry(), threads, live: { send: () => {} }, report: () => {} }
}

const MAIRIE = { name: 'Accueil de la mairie', mail: 'mairie@epone.fr' }

describeStores('fiche descriptive', open => {
  const box = async (world: PreparationWorld, field: string) =>
    (await ficheBoxes(world, '78217', 'commerces')).find(one => one.field === field)!

  test('is filled as far as Carnet knows, and asks the rest one box at a time', async () => {
    const world = await shops(await open())
    const boxes = await ficheBoxes(world, '78217', 'commerces')
    expect(boxes.map(({ field }) => field)[0]).toBe('title')
    expect(boxes.every(({ from, question, example }) => from === 'carnet' && question !== '' && example !== '')).toBe(
      true,
    )
    expect((await box(world, 'spatial')).value).toEqual({
      insee: '78217',
      name: 'Épône',
      box: [1.81, 48.95, 1.81, 48.96],
    })
    expect((await box(world, 'collection')).value).toContain('2 lignes saisies')
    expect(nextBox(boxes)).toBe('frequency')
    await expect(frozenFiche(world, '78217', 'commerces')).rejects.toThrow(
      'Il manque à la fiche : mise à jour, contact.',
    )
    await changeFiche(world, ANNE, 'commerces', { frequency: 'annual' })
    expect(nextBox(await ficheBoxes(world, '78217', 'commerces'))).toBe('contact')
    await changeFiche(world, ANNE, 'commerces', { contact: MAIRIE })
    expect(nextBox(await ficheBoxes(world, '78217', 'commerces'))).toBeUndefined()
    expect(await frozenFiche(world, '78217', 'commerces')).toMatchObject({
      frequency: 'annual',
      licence: 'lov2',
      contact: MAIRIE,
    })
  })

  test('what a person writes stays hers, whatever Carnet would say; given back, it is Carnet’s again', async () => {
    const world = await shops(await open())
    const computed = (await box(world, 'title')).value
    await changeFiche(world, ANNE, 'commerces', { title: ' Commerces d’Épône en 2026 ' })
    await world.db.updateTable('data_set').set({ title: 'Boutiques' }).execute()
    expect(await box(world, 'title')).toMatchObject({ value: 'Commerces d’Épône en 2026', from: 'person', by: 'Anne' })
    await changeFiche(world, BRUNO, 'commerces', { title: null })
    expect(await box(world, 'title')).toMatchObject({ from: 'carnet' })
    expect((await box(world, 'title')).value).not.toBe(computed)
    const kept = await world.db.selectFrom('fiche').select('body').executeTakeFirstOrThrow()
    expect(kept.body).toBe('{}')
  })

  test('a person names the place; its points stay those of the data', async () => {
    const world = await shops(await open())
    await changeFiche(world, ANNE, 'commerces', { spatial: { insee: '78217', name: 'Épône, centre' } })
    const points = [1.81, 48.95, 1.81, 48.96]
    expect((await box(world, 'spatial')).value).toEqual({ insee: '78217', name: 'Épône, centre', box: points })
  })

  test('is an act like another: in the journal, done once by key, undone', async () => {
    const world = await shops(await open())
    const key = drawKey()
    await changeFiche(world, ANNE, 'commerces', { purpose: 'Aider', uses: 'Une carte' }, key)
    await changeFiche(world, BRUNO, 'commerces', { purpose: 'Autre' })
    await changeFiche(world, ANNE, 'commerces', { purpose: 'Aider', uses: 'Une carte' }, key)
    expect((await box(world, 'purpose')).value).toBe('Autre')
    expect((await undoable(world.db, '78217', 'commerces'))?.note).toBe('Fiche descriptive remplie : pourquoi')
    await undo(world, ANNE, 'commerces')
    expect(await box(world, 'purpose')).toMatchObject({ value: 'Aider', by: 'Anne' })
    await undo(world, ANNE, 'commerces')
    expect(await box(world, 'purpose')).toMatchObject({ from: 'carnet' })
  })

  test('a box that is refused writes nothing of the others', async () => {
    const world = await shops(await open())
    const wrong = () => changeFiche(world, ANNE, 'commerces', { title: 'Commerces', frequency: 'souvent' })
    expect(wrong).toThrow('Mise à jour : j’ai lu « souvent »')
    expect((await box(world, 'title')).from).toBe('carnet')
    expect(await world.db.selectFrom('fiche').selectAll().execute()).toEqual([])
  })

  test('the town’s contact is asked once: its other fiches have it', async () => {
    const world = await shops(await open())
    const row = await world.db.selectFrom('data_set').selectAll().executeTakeFirstOrThrow()
    await world.db
      .insertInto('data_set')
      .values({ ...row, id: 'velos', slug: 'velos', title: 'Vélos' })
      .execute()
    await changeFiche(world, ANNE, 'velos', { contact: MAIRIE })
    expect(await box(world, 'contact')).toMatchObject({ value: MAIRIE, from: 'carnet' })
  })

  test('columns that the guard keeps closed say nothing of the place', async () => {
    const world = await shops(await open())
    const at = { answered_by: 'Anne', answered_at: world.now(), reason: 'x', seq: 3 }
    await world.db
      .insertInto('guard_answer')
      .values({ insee: '78217', data_set: 'commerces', finding: 'private-address:latitude', answer: 'drop', ...at })
      .execute()
    expect((await box(world, 'spatial')).value).toEqual({ insee: '78217', name: 'Épône' })
    expect((await box(world, 'processing')).value).toContain('n’ouvre pas la colonne « Latitude »')
  })
})
