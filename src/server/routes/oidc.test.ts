import { expect, test } from 'vitest'
import { oidcProvider } from '../../adapters/oidc/provider.ts'
import { CLIENT, startProvider, type TestProvider } from '../../adapters/oidc/provider-for-tests.ts'
import { describeStores } from '../../store/stores-for-tests.ts'
import { type Browser, EPONE, openApp, PUBLIC, signIn, startEpone } from '../app-for-tests.ts'

/** From the button to the way back, as a browser goes. */
async function through(stub: TestProvider, browser: Browser) {
  const { url } = (await browser.post('/api/atelier/sign-in/oidc')).json()
  const back = await stub.visit(url)
  expect(back.startsWith(`${PUBLIC}/api/atelier/sign-in/oidc/return?`)).toBe(true)
  return { path: back.slice(PUBLIC.length), answer: await browser.get(back.slice(PUBLIC.length)) }
}

describeStores('sign-in by an identity provider', open => {
  const prepared = async (more: { trustsMails?: boolean } = {}) => {
    const stub = await startProvider()
    const { issuer } = stub
    const provider = oidcProvider({ issuer, ...CLIENT, name: 'ProConnect', trustsMails: false, ...more })
    const test = await openApp(await open(), { where: 'remote', provider })
    await startEpone(test)
    return { ...test, stub, test }
  }

  test('who comes back with a verified mail that the town knows enters', async () => {
    const { stub, browser, world } = await prepared()
    const anne = browser()
    expect((await anne.get('/api/atelier/session')).json()).toMatchObject({
      ways: ['mail', 'password', 'oidc'],
      oidcName: 'ProConnect',
    })
    const { answer, path } = await through(stub, anne)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/atelier/'])
    expect((await anne.get('/api/atelier/session')).json()).toMatchObject({ person: { name: EPONE.name } })
    expect(await world.db.selectFrom('account').selectAll().execute()).toMatchObject([
      { mail: 'anne@epone.fr', oidc_issuer: stub.issuer, oidc_subject: 'u-1' },
    ])
    expect((await anne.get(path)).statusCode).toBe(403)
  })

  test('the mail may be told apart from the token', async () => {
    const { stub, browser } = await prepared()
    stub.faults = { mailApart: true }
    expect((await through(stub, browser())).answer.statusCode).toBe(303)
  })

  test.each([
    ['a mail that is not verified', { email_verified: false }, {}, /n’a pas confirmé/],
    ['a mail of which nothing is said', { email_verified: undefined }, {}, /n’a pas confirmé/],
    ['no mail', { email: undefined }, {}, /n’a pas confirmé/],
    ['a mail that nobody invited', { email: 'x@epone.fr' }, {}, /Personne n’est invité ici/],
    ['a token signed with another key', {}, { foreignKey: true }, /n’a pas pu dire qui vous êtes/],
    ['a token for another client', {}, { audience: 'other' }, /n’a pas pu dire/],
    ['a token of another journey', {}, { nonce: 'another' }, /n’a pas pu dire/],
  ])('%s opens nothing', async (_, user, faults, sentence) => {
    const { stub, browser } = await prepared()
    const { email, email_verified } = { ...stub.user, ...user }
    stub.user = { sub: 'u-1', ...(email && { email }), ...(email_verified !== undefined && { email_verified }) }
    stub.faults = faults
    const stranger = browser()
    const { answer } = await through(stub, stranger)
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toMatch(sentence)
    expect((await stranger.get('/api/atelier/session')).json()).toMatchObject({ state: 'signed-out' })
  })

  test('a provider known to verify every mail may leave it unsaid, and never say no', async () => {
    const { stub, browser } = await prepared({ trustsMails: true })
    stub.user = { sub: 'u-1', email: EPONE.mail! }
    expect((await through(stub, browser())).answer.statusCode).toBe(303)
    stub.user = { sub: 'u-1', email: EPONE.mail!, email_verified: false }
    expect((await through(stub, browser())).answer.statusCode).toBe(403)
  })

  test('a way back that this browser did not begin opens nothing', async () => {
    const { stub, browser } = await prepared()
    const [thief, anne] = [browser(), browser()]
    const { url } = (await thief.post('/api/atelier/sign-in/oidc')).json()
    const path = (await stub.visit(url)).slice(PUBLIC.length)
    expect((await anne.get(path)).statusCode).toBe(403)
    await anne.post('/api/atelier/sign-in/oidc')
    expect((await anne.get(path)).statusCode).toBe(403)
    expect((await anne.get('/api/atelier/session')).json()).toMatchObject({ state: 'signed-out' })
  })

  test('another identity that took over the mail is refused; the mailed link still works', async () => {
    const { stub, browser, test } = await prepared()
    await through(stub, browser())
    stub.user = { ...stub.user, sub: 'u-2' }
    const { answer } = await through(stub, browser())
    expect([answer.statusCode, answer.body]).toEqual([403, expect.stringContaining('une autre identité')])
    const anne = await signIn(test, EPONE.mail!)
    expect((await anne.get('/api/atelier/people')).statusCode).toBe(200)
  })

  test('a provider that is down: one sentence, and it is asked again the next time', async () => {
    const provider = oidcProvider({ issuer: 'http://127.0.0.1:9', ...CLIENT, name: 'ProConnect', trustsMails: false })
    const test = await openApp(await open(), { where: 'remote', provider })
    await startEpone(test)
    for (let n = 1; n <= 2; n++) {
      const answer = await test.browser().post('/api/atelier/sign-in/oidc')
      expect([answer.statusCode, answer.json().message]).toEqual([
        422,
        expect.stringContaining('ProConnect ne répond pas'),
      ])
      expect(test.reported).toHaveLength(n)
    }
  })
})
