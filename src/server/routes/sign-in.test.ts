import { describe, expect, test } from 'vitest'
import { invitePerson } from '../../people/invite.ts'
import { createTown } from '../../people/town.ts'
import { describeStores } from '../../store/stores-for-tests.ts'
import { askedBy, EPONE, openApp, signedInAs, signIn, startEpone } from '../app-for-tests.ts'

const MINUTE = 60_000
const SESSION = '__Host-carnet'
const SESSION_URL = '/api/atelier/session'

describeStores('sign-in where others can come in', open => {
  const remote = async () => {
    const store = await open()
    const test = await openApp(store, { where: 'remote' })
    await startEpone(test)
    return { ...test, store }
  }

  test('nobody is let in without a sign-in', async () => {
    const { browser } = await remote()
    const stranger = browser()
    expect((await stranger.get(SESSION_URL)).json()).toEqual({
      state: 'signed-out',
      ways: ['mail', 'password'],
      mailPrinted: true,
    })
    expect((await stranger.get('/api/atelier/people')).statusCode).toBe(401)
  })

  test('fifty readings by mail scanners do not spend the link; the button signs in, once', async () => {
    const test = await remote()
    const anne = test.browser()
    const { token } = await askedBy(test, anne, 'Anne@EPONE.fr')
    const scanner = test.browser()
    for (let n = 0; n < 25; n++) {
      await scanner.get(`/atelier/entrer/${token}`)
      await scanner.ask('HEAD', `/atelier/entrer/${token}`)
    }
    expect(scanner.cookies.size).toBe(0)
    const entered = await anne.post('/api/atelier/sign-in/token', { token })
    expect(entered.statusCode).toBe(204)
    expect(entered.headers['set-cookie']).toMatch(/^__Host-carnet=[\w-]{43}; .*Path=\/; HttpOnly; Secure; SameSite=Lax/)
    expect((await anne.get(SESSION_URL)).json()).toMatchObject({
      state: 'signed-in',
      person: { name: EPONE.name, role: 'referent' },
      town: { insee: '78217', name: 'Épône' },
      local: false,
    })
    const again = await test.browser().post('/api/atelier/sign-in/token', { token })
    expect([again.statusCode, again.json().message]).toEqual([403, expect.stringContaining('ne sert plus')])
  })

  test('two presses at once: one enters', async () => {
    const test = await remote()
    const { token } = await askedBy(test, test.browser(), EPONE.mail!)
    const answers = await Promise.all([1, 2, 3].map(() => test.browser().post('/api/atelier/sign-in/token', { token })))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 403, 403])
  })

  test('a link and a code are worth a quarter of an hour', async () => {
    const test = await remote()
    const anne = test.browser()
    const { token, code } = await askedBy(test, anne, EPONE.mail!)
    test.wait(15 * MINUTE)
    expect((await anne.post('/api/atelier/sign-in/token', { token })).statusCode).toBe(403)
    expect((await anne.post('/api/atelier/sign-in/code', { mail: EPONE.mail, code })).statusCode).toBe(403)
  })

  test('the six digits are taken from the browser that asked, and from no other', async () => {
    const test = await remote()
    const anne = test.browser()
    const { code } = await askedBy(test, anne, EPONE.mail!)
    const other = test.browser()
    expect((await other.post('/api/atelier/sign-in/code', { mail: EPONE.mail, code })).statusCode).toBe(403)
    expect((await anne.post('/api/atelier/sign-in/code', { mail: EPONE.mail, code })).statusCode).toBe(204)
    expect((await anne.get('/api/atelier/people')).statusCode).toBe(200)
  })

  test('ten wrong codes, then a pause of a quarter of an hour, even for the right one', async () => {
    const test = await remote()
    const anne = test.browser()
    const { code } = await askedBy(test, anne, EPONE.mail!)
    const wrong = code === '000000' ? '000001' : '000000'
    const tries = async (code: string) =>
      (await anne.post('/api/atelier/sign-in/code', { mail: EPONE.mail, code })).statusCode
    for (let n = 0; n < 10; n++) expect(await tries(wrong)).toBe(403)
    expect(await tries(wrong)).toBe(429)
    expect(await tries(code)).toBe(429)
    test.wait(16 * MINUTE)
    const { code: fresh } = await askedBy(test, anne, EPONE.mail!)
    expect(await tries(fresh)).toBe(204)
  })

  test.each([
    ['by account', (n: number) => ({ mail: EPONE.mail!, address: `192.0.2.${n}` })],
    ['by address', (n: number) => ({ mail: `quelquun${n}@epone.fr`, address: '192.0.2.9' })],
  ])('five links an hour, twenty a day, %s', async (_, who) => {
    const test = await remote()
    const ask = async (n: number) => {
      const browser = test.browser()
      const { mail, address } = who(n)
      browser.address = address
      return (await browser.post('/api/atelier/sign-in/mail', { mail })).statusCode
    }
    for (let hour = 0; hour < 4; hour++) {
      for (let n = 0; n < 5; n++) expect(await ask(hour * 10 + n)).toBe(202)
      expect(await ask(hour * 10 + 9)).toBe(429)
      test.wait(61 * MINUTE)
    }
    expect(await ask(99)).toBe(429)
    test.wait(24 * 60 * MINUTE)
    expect(await ask(100)).toBe(202)
  })

  test('who comes in is no robot: a whole town hall enters from one address on a Monday morning', async () => {
    const test = await remote()
    for (let n = 0; n < 8; n++)
      expect((await (await signIn(test, EPONE.mail!)).get('/api/atelier/people')).statusCode).toBe(200)
  })

  test('a known and an unknown mail get the same answer after the same work', async () => {
    const test = await remote()
    const rows = async () => {
      const count = async (table: 'sign_in' | 'attempt' | 'session' | 'journal') =>
        (await test.world.db.selectFrom(table).selectAll().execute()).length
      return [await count('sign_in'), await count('attempt'), await count('session'), await count('journal')]
    }
    const effects = async (mail: string) => {
      const before = await rows()
      const answer = await test.browser().post('/api/atelier/sign-in/mail', { mail })
      const after = await rows()
      const { date: _, 'set-cookie': cookie, ...headers } = answer.headers
      const shape = String(cookie).replace(/=[\w-]{43}/, '=…')
      return {
        status: answer.statusCode,
        body: answer.body,
        headers,
        shape,
        added: after.map((n, i) => n - before[i]!),
      }
    }
    expect(await effects('inconnue@epone.fr')).toEqual(await effects(EPONE.mail!))
    await new Promise(resolve => setImmediate(resolve))
    expect(test.printed).toHaveLength(1)
    const code = await test.browser().post('/api/atelier/sign-in/code', { mail: 'inconnue@epone.fr', code: '123456' })
    const known = await test.browser().post('/api/atelier/sign-in/code', { mail: EPONE.mail, code: '123456' })
    expect([code.statusCode, code.body]).toEqual([known.statusCode, known.body])
  })

  test('a password opens; a wrong one, an unknown mail and no password get the same refusal', async () => {
    const test = await remote()
    const anne = await signIn(test, EPONE.mail!)
    const password = 'cheval agrafe pile correct'
    const enter = (mail: string, word: string) =>
      test.browser().post('/api/atelier/sign-in/password', { mail, password: word })
    const none = await enter(EPONE.mail!, password)
    expect((await anne.post('/api/atelier/password', { password: 'court' })).statusCode).toBe(400)
    expect((await anne.post('/api/atelier/password', { password })).statusCode).toBe(204)
    const [wrong, unknown] = [await enter(EPONE.mail!, 'autre chose de long'), await enter('x@epone.fr', password)]
    expect([none.statusCode, wrong.statusCode, unknown.statusCode]).toEqual([403, 403, 403])
    expect(new Set([none.body, wrong.body, unknown.body]).size).toBe(1)
    expect((await enter('ANNE@epone.fr', password)).statusCode).toBe(204)
    const { password_hash } = await test.world.db.selectFrom('account').selectAll().executeTakeFirstOrThrow()
    expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  test('choosing a password closes the other sessions, and keeps this one under a new secret', async () => {
    const test = await remote()
    const [home, office] = [await signIn(test, EPONE.mail!), await signIn(test, EPONE.mail!)]
    const before = office.cookies.get(SESSION)
    await office.post('/api/atelier/password', { password: 'cheval agrafe pile correct' })
    expect(office.cookies.get(SESSION)).not.toBe(before)
    expect((await office.get('/api/atelier/people')).statusCode).toBe(200)
    expect((await home.get('/api/atelier/people')).statusCode).toBe(401)
  })

  test('the session changes at sign-in: a cookie planted before is worth nothing', async () => {
    const test = await remote()
    const anne = await signIn(test, EPONE.mail!)
    const planted = anne.cookies.get(SESSION)!
    const { token } = await askedBy(test, anne, EPONE.mail!)
    await anne.post('/api/atelier/sign-in/token', { token })
    expect(anne.cookies.get(SESSION)).not.toBe(planted)
    const thief = test.browser()
    thief.cookies.set(SESSION, planted)
    expect((await thief.get('/api/atelier/people')).statusCode).toBe(401)
  })

  test('sign-out ends the session on the server too', async () => {
    const test = await remote()
    const anne = await signIn(test, EPONE.mail!)
    const secret = anne.cookies.get(SESSION)!
    expect((await anne.post('/api/atelier/sign-out')).statusCode).toBe(204)
    expect(anne.cookies.has(SESSION)).toBe(false)
    anne.cookies.set(SESSION, secret)
    expect((await anne.get('/api/atelier/people')).statusCode).toBe(401)
  })

  test('who has left gets no link', async () => {
    const test = await remote()
    const anne = await signIn(test, EPONE.mail!)
    await signedInAs(test, 'agent')
    const { id } = (await anne.get('/api/atelier/people')).json().find(({ role }: { role: string }) => role === 'agent')
    expect((await anne.patch(`/api/atelier/people/${id}`, { left: true })).statusCode).toBe(200)
    test.printed.length = 0
    await askedBy(test, test.browser(), 'agent@epone.fr')
    expect(test.printed).toEqual([])
  })

  test('a copy of the database opens nothing', async () => {
    const test = await remote()
    const anne = test.browser()
    const { token, code } = await askedBy(test, anne, EPONE.mail!)
    await signIn(test, EPONE.mail!)
    const { db } = test.world
    const dump = JSON.stringify([
      await db.selectFrom('sign_in').selectAll().execute(),
      await db.selectFrom('session').selectAll().execute(),
      await db.selectFrom('attempt').selectAll().execute(),
      await db.selectFrom('journal').selectAll().execute(),
    ])
    for (const secret of [token, code, ...anne.cookies.values()]) expect(dump).not.toContain(`"${secret}"`)
    expect(dump).not.toContain('192.0.2.')
  })
})

describeStores('the first start', open => {
  const start = { insee: '78217', name: 'Anne Morel', mail: EPONE.mail }

  test('on this machine alone: a town, a name, and the door is open without a password', async () => {
    const test = await openApp(await open())
    const anne = test.browser()
    expect((await anne.get(SESSION_URL)).json()).toEqual({ state: 'first-start', codeAsked: false, mailAsked: false })
    const answer = await anne.post('/api/atelier/start', { insee: '78217', name: 'Anne Morel' })
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({ state: 'signed-in', local: true, town: { name: 'Épône' } })
    expect((await test.browser().get('/api/atelier/people')).json()).toMatchObject([{ name: 'Anne Morel' }])
    expect((await anne.post('/api/atelier/start', start)).statusCode).toBe(409)
  })

  test('elsewhere: the code of the terminal and a mail are asked', async () => {
    const test = await openApp(await open(), { where: 'remote' })
    const anne = test.browser()
    expect((await anne.get(SESSION_URL)).json()).toEqual({ state: 'first-start', codeAsked: true, mailAsked: true })
    expect((await anne.post('/api/atelier/start', start)).statusCode).toBe(403)
    expect((await anne.post('/api/atelier/start', { ...start, code: 'AAAA-AAAA' })).statusCode).toBe(403)
    const { mail: _, ...mailless } = start
    expect((await anne.post('/api/atelier/start', { ...mailless, code: 'K7RM-3XPA' })).statusCode).toBe(400)
    expect((await anne.post('/api/atelier/start', { ...start, code: 'k7rm-3xpa ' })).statusCode).toBe(201)
    expect((await anne.get(SESSION_URL)).json()).toMatchObject({ state: 'signed-in', local: false })
    expect((await test.browser().get(SESSION_URL)).json()).toMatchObject({ state: 'signed-out' })
  })

  test('the code cannot be guessed by trying', async () => {
    const test = await openApp(await open(), { where: 'remote' })
    const thief = test.browser()
    for (let n = 0; n < 10; n++)
      expect((await thief.post('/api/atelier/start', { ...start, code: `AAAA-AAA${n}` })).statusCode).toBe(403)
    expect((await thief.post('/api/atelier/start', { ...start, code: 'K7RM-3XPA' })).statusCode).toBe(429)
  })

  test.each([
    [{ insee: '7821', name: 'Anne' }, 'J’ai lu « 7821 » ; j’attendais le code INSEE de la commune, par exemple 78217.'],
    [{ insee: '78217', name: '  ' }, 'J’ai lu «    » ; j’attendais un nom, de 120 signes au plus.'],
    [
      { insee: '78217', name: 'Anne', mail: 'anne' },
      'J’ai lu « anne » ; j’attendais une adresse de courriel, par exemple claire@epone.fr.',
    ],
    [{ insee: '78217', name: 'Anne', password: 'secret' }, 'J’attendais un mot de passe d’au moins 12 signes.'],
  ])('what was read and what was awaited: %j', async (given, sentence) => {
    const test = await openApp(await open())
    const answer = await test.browser().post('/api/atelier/start', given)
    expect([answer.statusCode, answer.json()]).toEqual([400, { message: sentence }])
  })
})

describe.each(['local', 'remote'] as const)('several persons and towns (%s)', where => {
  describeStores('with', open => {
    test(where === 'local' ? 'somebody says who she is' : 'nobody says that she is another', async () => {
      const test = await openApp(await open(), { where })
      await startEpone(test)
      const agent = await signedInAs(test, 'agent')
      const anne = where === 'local' ? test.browser() : await signIn(test, EPONE.mail!)
      const persons = (await anne.get('/api/atelier/people')).json()
      const bruno = persons.find(({ role }: { role: string }) => role === 'agent')
      const answer = await anne.post('/api/atelier/session/person', { person: bruno.id })
      expect(answer.statusCode).toBe(where === 'local' ? 200 : 403)
      const { person, persons: here } = (await anne.get(SESSION_URL)).json()
      expect(person.role).toBe(where === 'local' ? 'agent' : 'referent')
      expect(here).toEqual(where === 'local' ? expect.arrayContaining([{ id: bruno.id, name: bruno.name }]) : undefined)
      expect((await agent.get(SESSION_URL)).json()).toMatchObject({ person: { role: 'agent' } })
    })

    test('a coach goes from one town to the other, where she was invited', async () => {
      const test = await openApp(await open(), { where })
      await startEpone(test)
      const zoe = await createTown(test.world, test.world.communes, { insee: '78551', name: 'Zoé', mail: 'zoe@sg.fr' })
      const coach = await signedInAs(test, 'coach')
      const away = await coach.post('/api/atelier/town/choose', { insee: '78551' })
      expect(away.statusCode).toBe(where === 'local' ? 200 : 403)
      await invitePerson(test.world, zoe, { name: 'La coach', mail: 'coach@epone.fr', role: 'coach' })
      expect((await coach.post('/api/atelier/town/choose', { insee: '78551' })).json()).toMatchObject({
        town: { name: 'Saint-Germain-en-Laye' },
        towns: [{ name: 'Épône' }, { name: 'Saint-Germain-en-Laye' }],
      })
      expect((await coach.post('/api/atelier/town/choose', { insee: '75056' })).statusCode).toBe(403)
    })
  })
})
