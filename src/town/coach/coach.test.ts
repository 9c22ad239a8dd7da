import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { loadCommunes } from '../../adapters/communes/load.ts'
import { CERTIFICATE as CA } from '../../adapters/mail/certificate-for-tests.ts'
import { smtpMailer } from '../../adapters/mail/smtp.ts'
import { startMailServer, textOf } from '../../adapters/mail/smtp-server-for-tests.ts'
import type { CampaignMessage, CampaignWords } from '../../contract/coach.ts'
import type { Home, SetSummary } from '../../contract/sets.ts'
import { history } from '../../journal/read.ts'
import { addTown } from '../../people/add-town.ts'
import { changePlace, invitePerson } from '../../people/invite.ts'
import { listPersons } from '../../people/persons.ts'
import { createTown } from '../../people/town.ts'
import { visitorAs } from '../../people/visitor.ts'
import { waysOf } from '../../preparation/home/way.ts'
import { describeStores, type TestStore } from '../../store/stores-for-tests.ts'
import { blockersOf } from './blockers.ts'
import { stepOf, townsOnBoard } from './board.ts'
import { campaignCalendar } from './calendar.ts'
import { answerCampaign, createCampaign, findCampaign, proposeCampaign } from './campaigns.ts'
import { messageLetters, sendCampaignMessage } from './message.ts'
import { campaignsOf, proposedTo } from './read-campaigns.ts'

const communes = loadCommunes()
const EPONE = { insee: '78217', name: 'Anne Morel', mail: 'anne@epone.fr' }
const NEZEL = { insee: '78451', name: 'Zoé Petit', mail: 'zoe@nezel.fr' }
const WEEK: CampaignWords = {
  title: 'Semaine des données',
  days: [
    { day: '2026-03-13', title: 'Valorisation', from: '09:30', to: '17:00' },
    { day: '2026-03-09', title: 'Diagnostic' },
  ],
}
const HELLO: CampaignMessage = { to: 'joined', subject: 'Lundi', body: 'On commence à 9 h 30.' }

const set = (slug: string, more: Partial<SetSummary>): SetSummary => ({
  ...{ id: slug, slug, title: slug, model: { id: 'm', title: 'M' }, stage: 'to-prepare', sources: 1 },
  ...{ changedAt: '2026-03-02T08:00:00.000Z', changedBy: 'Anne' },
  ...more,
})

describe('what a board says of a town', () => {
  test('what blocks, what blocks most first', () => {
    const sets = [
      set('parkings', { stage: 'waiting-for-file', questions: 9 }),
      set('dae', { errors: 12, questions: 2 }),
      set('vélos', { stage: 'ready', questions: 1 }),
    ]
    const verdict = { who: 'Le maire', set: 'vélos', since: '2026-03-02T08:00:00.000Z' }
    expect(blockersOf(sets, [verdict]).map(({ sentence }) => sentence)).toEqual([
      '12 erreurs à corriger dans « dae »',
      '3 questions sans réponse sur « dae » et « vélos »',
      'Le maire doit dire oui ou non pour « vélos »',
      '« vélos » est prêt, pas encore publié',
      '« parkings » attend son fichier',
    ])
    expect(blockersOf([], [])).toMatchObject([{ kind: 'no-set' }])
    expect(blockersOf([set('a', { stage: 'published', published: { slug: 'a', behind: false } })], [verdict])).toEqual(
      [],
    )
  })

  test('its step is the furthest that is begun', () => {
    const step = (...sets: SetSummary[]) => stepOf(waysOf(sets)).title
    expect(step(set('a', { stage: 'waiting-for-file' }))).toBe('Identification')
    expect(step(set('a', {}))).toBe('Préparation')
    expect(step(set('a', { stage: 'published', published: { slug: 'a', behind: false } }), set('b', {}))).toBe(
      'Publication',
    )
  })
})

describeStores('a coach and her towns', open => {
  const start = async (open: () => Promise<TestStore>) => {
    const { world: base, store } = await open()
    const server = await startMailServer()
    const mailer = smtpMailer({ url: `smtp://localhost:${server.port}`, from: 'Carnet <carnet@exemple.fr>', ca: CA })
    const home: Home = {
      steps: waysOf([]),
      next: { title: '', sentence: '', href: '', action: '' },
      waiting: [],
      sets: [],
      inbox: [],
    }
    const world = {
      ...base,
      ...{ mailer, secrets: store.secrets, publicUrl: 'https://carnet.fr', local: false },
      homeOf: async () => home,
    }
    const anne = await createTown(world, communes, EPONE)
    const claire = await invitePerson(world, anne, { name: 'Claire Coach', mail: 'claire@epn.fr', role: 'coach' })
    const visitor = async (insee: string, mail: string) => {
      const person = (await listPersons(world, insee)).find(one => one.mail === mail)!
      return (await visitorAs(world, { insee, person: person.id }))!
    }
    return { world, server, anne, claire, visitor, coach: await visitor('78217', 'claire@epn.fr') }
  }

  test('she adds a town with its referent, and only reads there; both towns know', async () => {
    const { world, visitor, coach } = await start(open)
    await addTown(world, communes, coach, NEZEL, false)
    expect((await visitor('78451', 'zoe@nezel.fr')).rights).toContain('town')
    expect((await visitor('78451', 'claire@epn.fr')).rights).toEqual(['read'])
    expect((await history(world.db, '78451')).entries).toMatchObject([{ act: 'create-town', by: 'Claire Coach' }])
    expect((await history(world.db, '78217')).entries[0]).toMatchObject({ act: 'add-town', by: 'Claire Coach' })
    await expect(addTown(world, communes, coach, NEZEL, false)).rejects.toThrow('déjà dans ce Carnet')
  })

  test('an agent, a referent of a shared Carnet, or a coach in her own name add none, and nothing is left', async () => {
    const { world, anne, visitor, coach } = await start(open)
    await invitePerson(world, anne, { name: 'Bruno', mail: 'bruno@epone.fr', role: 'agent' })
    const add = async (who: typeof coach, given = NEZEL, local = false) => addTown(world, communes, who, given, local)
    await expect(add(await visitor('78217', 'bruno@epone.fr'))).rejects.toThrow('qui accompagne')
    await expect(add(await visitor('78217', 'anne@epone.fr'))).rejects.toThrow('qui accompagne')
    await expect(add(coach, { ...NEZEL, mail: 'Claire@EPN.fr' })).rejects.toThrow('votre propre adresse')
    const { mail: _, ...without } = NEZEL
    await expect(addTown(world, communes, coach, without, false)).rejects.toThrow('l’adresse de courriel')
    expect(await world.db.selectFrom('town').select('insee').execute()).toEqual([{ insee: '78217' }])
    // Alone on her machine, the referent may.
    await addTown(world, communes, await visitor('78217', 'anne@epone.fr'), without, true)
    expect((await visitor('78451', 'anne@epone.fr')).rights).toEqual(['read'])
  })

  test('her board holds her towns alone; who asked her to help is said', async () => {
    const { world, anne, claire, visitor, coach } = await start(open)
    await createTown(world, communes, NEZEL)
    const board = async () =>
      (await townsOnBoard(world, coach, false)).map(({ name, mine, referent }) => [name, mine, referent])
    expect(await board()).toEqual([['Épône', 'read', 'Anne Morel']])
    await changePlace(world, anne, claire.id, { helps: true })
    expect((await visitor('78217', 'claire@epn.fr')).rights).toEqual(['read', 'prepare'])
    expect((await history(world.db, '78217')).entries[0]!.note).toContain('peut maintenant préparer ses données')
    expect((await townsOnBoard(world, await visitor('78217', 'claire@epn.fr'), false))[0]!.mine).toBe('act')
    await changePlace(world, anne, claire.id, { role: 'reader' })
    await changePlace(world, anne, claire.id, { role: 'coach' })
    expect((await visitor('78217', 'claire@epn.fr')).rights).toEqual(['read'])
  })

  test('a campaign is proposed to her towns, each referent answers, and only those who said yes are written to', async () => {
    const { world, server, visitor, coach } = await start(open)
    await createTown(world, communes, { insee: '78551', name: 'Une autre' })
    await addTown(world, communes, coach, NEZEL, false)
    const id = await createCampaign(world, coach, WEEK, false)
    await expect(proposeCampaign(world, coach, id, ['78217', '78551'], false)).rejects.toThrow('78551')
    await proposeCampaign(world, coach, id, ['78217', '78451'], false)
    const [anne, zoe] = [await visitor('78217', 'anne@epone.fr'), await visitor('78451', 'zoe@nezel.fr')]
    expect(await proposedTo(world, '78451')).toMatchObject([
      { title: WEEK.title, coach: 'Claire Coach', state: 'asked' },
    ])
    expect(await proposedTo(world, '78551')).toEqual([])
    await expect(messageLetters(world, anne, id, HELLO)).rejects.toThrow('pas la vôtre')
    await answerCampaign(world, anne, id, 'join')
    await answerCampaign(world, zoe, id, 'refuse')
    const letters = await messageLetters(world, coach, id, HELLO)
    expect(letters).toMatchObject([{ town: 'Épône', to: 'anne@epone.fr' }])
    const keys = letters.map(({ key }) => key)
    await expect(sendCampaignMessage(world, coach, id, { ...HELLO, body: 'Autre', shown: keys })).rejects.toThrow(
      'ont changé',
    )
    await sendCampaignMessage(world, coach, id, { ...HELLO, shown: keys })
    const mail = await server.received()
    expect(mail).toContain('To: anne@epone.fr')
    expect(textOf(mail)).toContain('On commence à 9 h 30.')
    const [card] = await campaignsOf(world, coach, false)
    expect(card).toMatchObject({
      towns: [
        { name: 'Épône', state: 'joined' },
        { name: 'Nézel', state: 'refused' },
      ],
      messages: [{ subject: 'Lundi', to: [{ town: 'Épône', state: 'sent' }] }],
    })
    // A no can come back.
    await proposeCampaign(world, coach, id, ['78451'], false)
    expect(await proposedTo(world, '78451')).toMatchObject([{ state: 'asked' }])
    expect(await campaignsOf(world, anne, false)).toEqual([])
  })

  test('its calendar holds whole days and hours of Paris, its days in order', async () => {
    const { world, coach } = await start(open)
    const id = await createCampaign(world, coach, WEEK, false)
    const ics = campaignCalendar(await findCampaign(world.db, id), 'https://carnet.fr', '2026-03-02T08:00:00.000Z')
    const events = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent').map(one => new ICAL.Event(one))
    expect(events.map(({ summary, startDate, uid }) => [summary, startDate.toString(), uid])).toEqual([
      ['Diagnostic (Semaine des données)', '2026-03-09', `campagne-${id}-1@carnet`],
      ['Valorisation (Semaine des données)', '2026-03-13T09:30:00', `campagne-${id}-2@carnet`],
    ])
    const wrong = { ...WEEK, days: [{ day: '2026-03-09', title: 'Lundi', from: '10:00', to: '09:00' }] }
    await expect(createCampaign(world, coach, wrong, false)).rejects.toThrow('une fin à 09:00')
  })
})
