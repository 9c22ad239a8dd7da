import { expect, test } from 'vitest'
import type { GiveAnswer } from '../../contract/diagnosis.ts'
import { SCORED } from '../../core/diagnosis/questions.ts'
import { scoreOf, sumInWords } from '../../core/diagnosis/score.ts'
import { ANNE, aTown, BRUNO } from '../../journal/for-tests.ts'
import { describeStores } from '../../store/stores-for-tests.ts'
import type { Actor, World } from '../../store/world.ts'
import { giveAnswer } from './answer.ts'
import { writeAgents, writeShared } from './facts.ts'
import { closeDiagnosis, openDiagnosis } from './open.ts'
import { otherTowns } from './others.ts'
import { diagnosisPage } from './page.ts'

const say = (question: string, answer: string, more: Partial<GiveAnswer> = {}): GiveAnswer => ({
  ...{ question, answer, remark: '' },
  ...more,
})
const ME = { id: 'anne', name: 'Anne', mayAnswer: true, maySpeakForOthers: true }

/** Every scored question of a town, with the same answer. */
async function answersAll(world: World, actor: Actor, points: string): Promise<void> {
  const { id } = await openDiagnosis(world, actor, `k${actor.insee}`)
  for (const question of SCORED) await giveAnswer(world, actor, id, say(question.id, points))
}

describeStores('diagnosis', open => {
  test('each answer is kept at once, is in the journal, may be changed and taken back', async () => {
    const { world } = await open()
    await aTown(world)
    const { id, title } = await openDiagnosis(world, ANNE, 'k1')
    expect(title).toBe('Diagnostic de mars 2026')
    // Pressed twice: there is one, and it has no answer yet.
    expect((await openDiagnosis(world, ANNE, 'k1')).id).toBe(id)
    await giveAnswer(world, ANNE, id, say('forme', '1', { remark: 'Surtout des PDF.' }))
    await giveAnswer(world, ANNE, id, say('projet', 'Une maison médicale'))
    await giveAnswer(world, ANNE, id, say('forme', '2'))
    // Said again as it is.
    await giveAnswer(world, ANNE, id, say('forme', '2'))
    const { voices } = await giveAnswer(world, ANNE, id, say('projet', ''))
    expect(voices).toMatchObject([{ id: 'anne', name: 'Anne', answers: { forme: '2' }, remarks: {} }])
    const notes = await world.db.selectFrom('journal').select(['note']).orderBy('seq').execute()
    expect(notes.map(({ note }) => note)).toEqual([
      'Diagnostic de mars 2026 commencé',
      'Diagnostic, « Forme des listes » : Des documents Word ou PDF',
      'Diagnostic, « Projet de la commune » : Une maison médicale',
      'Diagnostic, « Forme des listes » : Des tableaux faits pour être imprimés : titres, couleurs, cases fusionnées',
      'Diagnostic, « Projet de la commune » : réponse retirée',
    ])
  })

  test('what is no answer is refused with what was read, and nothing is kept', async () => {
    const { world } = await open()
    await aTown(world)
    const { id } = await openDiagnosis(world, ANNE, 'k1')
    await expect(giveAnswer(world, ANNE, id, say('forme', '5'))).rejects.toThrow(
      'J’ai lu « 5 » ; j’attendais une des réponses de « Forme des listes ».',
    )
    await expect(giveAnswer(world, ANNE, id, say('rien', '1'))).rejects.toThrow('n’est pas dans le diagnostic')
    await expect(giveAnswer(world, ANNE, 'autre', say('forme', '1'))).rejects.toThrow('n’existe pas')
    expect((await diagnosisPage(world.db, '78217', 7031, ME)).diagnoses[0]?.voices).toEqual([])
  })

  test('several people answer side by side, one of them aloud', async () => {
    const { world } = await open()
    await aTown(world)
    const { id } = await openDiagnosis(world, ANNE, 'k1')
    await giveAnswer(world, BRUNO, id, say('forme', '3'))
    await giveAnswer(world, ANNE, id, say('forme', '3', { voice: { id: 'voix-elue0001', name: 'Une élue' } }))
    const { voices } = await giveAnswer(world, ANNE, id, say('forme', '1'))
    expect(voices.map(voice => [voice.name, voice.answers.forme, voice.aloud])).toEqual([
      ['Anne', '1', undefined],
      ['Bruno', '3', undefined],
      ['Une élue', '3', true],
    ])
  })

  test('a year later another one is opened: the first is closed and stays as it was', async () => {
    const { world } = await open()
    await aTown(world)
    await answersAll(world, ANNE, '1')
    const first = (await diagnosisPage(world.db, '78217', 7031, ME)).diagnoses[0]!
    const second = await openDiagnosis(world, ANNE, 'k2')
    expect(second.id).not.toBe(first.id)
    await giveAnswer(world, ANNE, second.id, say('forme', '4'))
    await expect(giveAnswer(world, ANNE, first.id, say('forme', '4'))).rejects.toThrow('est terminé')
    await expect(closeDiagnosis(world, ANNE, first.id, false)).rejects.toThrow('celui d’avant')
    const { diagnoses } = await diagnosisPage(world.db, '78217', 7031, ME)
    expect(diagnoses.map(({ voices }) => voices[0]?.answers.forme)).toEqual(['4', '1'])
    expect(sumInWords(scoreOf(diagnoses[1]!.voices[0]!.answers))).toBe('3 + 3 + 2 = 8')
    await closeDiagnosis(world, ANNE, second.id, true)
    await expect(giveAnswer(world, ANNE, second.id, say('forme', '2'))).rejects.toThrow('est terminé')
    await closeDiagnosis(world, ANNE, second.id, false)
    await giveAnswer(world, ANNE, second.id, say('forme', '2'))
  })

  test('the legal duty asks the agents, and never guesses them', async () => {
    const { world } = await open()
    await aTown(world)
    expect((await diagnosisPage(world.db, '78217', 7031, ME)).duty).toMatchObject({
      ...{ answer: 'unknown', missing: ['agents'] },
    })
    await expect(writeAgents(world, ANNE, { agents: 'une centaine', source: 'Anne' })).rejects.toThrow(
      'J’ai lu « une centaine » ; j’attendais un nombre d’agents',
    )
    await writeAgents(world, ANNE, { agents: '82,5', source: 'Service du personnel, 2025' })
    const page = await diagnosisPage(world.db, '78217', 7031, ME)
    expect(page.duty).toMatchObject({ answer: 'due', people: 7031, agents: 82.5 })
    expect(page.agents).toMatchObject({ value: '82.5', source: 'Service du personnel, 2025', saidBy: 'Anne' })
  })

  test('other towns: only those that share, together when they are three, by name in one campaign', async () => {
    const { world } = await open()
    await aTown(world)
    const others = ['78001', '78002', '78003', '78004', '78005']
    for (const insee of others) {
      const example = insee === '78005' ? 1 : 0
      await world.db
        .insertInto('town')
        .values({ insee, name: `Ville ${insee}`, example, created_at: world.now() })
        .execute()
      const actor = { insee, id: 'x', name: 'X' }
      await answersAll(world, actor, insee.slice(-1) === '4' ? '4' : '2')
      if (insee !== '78003') await writeShared(world, actor, true)
    }
    // Two share, and one that is invented: nobody may be guessed.
    await writeShared(world, { insee: '78004', id: 'x', name: 'X' }, false)
    expect(await otherTowns(world.db, '78217')).toEqual({ campaign: [] })
    for (const insee of ['78003', '78004']) await writeShared(world, { insee, id: 'x', name: 'X' }, true)
    expect(await otherTowns(world.db, '78217')).toEqual({
      ...{ campaign: [], together: { towns: 4, lowest: 16, median: 16, highest: 32 } },
    })
    const at = world.now()
    const campaign = { id: 'c', coach: 'c@exemple.fr', title: 'Semaine', days: '[]', created_at: at }
    await world.db.insertInto('campaign').values(campaign).execute()
    // One left, one has not said yes.
    for (const insee of ['78217', '78004', '78003', '78001'])
      await world.db
        .insertInto('campaign_town')
        .values({
          insee,
          campaign: 'c',
          asked_at: at,
          joined_at: insee === '78001' ? null : at,
          left_at: insee === '78003' ? at : null,
        })
        .execute()
    expect((await otherTowns(world.db, '78217')).campaign).toEqual([{ name: 'Ville 78004', total: 32, level: 4 }])
    expect((await otherTowns(world.db, '78001')).campaign).toEqual([])
  })
})
