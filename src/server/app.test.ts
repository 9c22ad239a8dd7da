import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ROLES } from '../contract/people.ts'
import { may } from '../people/rights.ts'
import { storesOf } from '../store/stores-for-tests.ts'
import { type Browser, EPONE, openApp, signedInAs, signIn, startEpone, type TestApp } from './app-for-tests.ts'
import type { ListedRoute } from './guard.ts'

const open = storesOf('sqlite')
const started = async (where: 'local' | 'remote') => {
  const test = await openApp(await open(), { where })
  await startEpone(test)
  return test
}
/** Every route that is asked once, with something in the place of its parameters. */
const routesOf = ({ app }: TestApp): ListedRoute[] =>
  app.routeList
    .filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS')
    .map(route => ({ ...route, url: route.url.replace(/:\w+/g, 'x').replace('*', 'x.js') }))
const ask = (browser: Browser, { method, url }: ListedRoute) =>
  browser.ask(method as 'GET', url, method === 'GET' ? {} : { payload: {} })
/** It stays open: only its refusals can be waited for. */
const isStream = ({ url }: ListedRoute) => url === '/api/atelier/live'

describe('every route', () => {
  test('carries the security headers, whatever it answers', async () => {
    const test = await started('remote')
    const stranger = test.browser()
    const unknown = { method: 'GET', url: '/nulle-part', right: undefined, open: false }
    for (const route of [...routesOf(test), unknown]) {
      const { headers } = await ask(stranger, route)
      const policy = String(headers['content-security-policy'])
      expect(policy, route.url).toContain("script-src 'self';")
      expect(policy, route.url).toContain(
        route.url.startsWith('/embed') ? 'frame-ancestors *' : "frame-ancestors 'none'",
      )
      expect(policy, route.url).not.toMatch(/unsafe-(?:inline|eval)/)
      expect(headers, route.url).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': expect.stringContaining('max-age='),
      })
      if (route.url.startsWith('/api/') && headers.etag === undefined && !route.open)
        expect(headers['cache-control'], route.url).toBe('no-store')
    }
  })

  test('what changes something refuses what was born on another site', async () => {
    const test = await started('local')
    const changing = routesOf(test).filter(({ method, open }) => method !== 'GET' && !open)
    expect(changing.length).toBeGreaterThan(20)
    for (const { method, url } of changing)
      for (const headers of [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { origin: 'http://evil.example' },
        { origin: 'null' },
      ]) {
        const request = { method: method as 'POST', url, payload: {}, headers: { host: 'localhost:3000', ...headers } }
        expect((await test.app.inject(request)).statusCode, `${method} ${url}`).toBe(403)
      }
  })

  test('what a plain form of another site can send is refused', async () => {
    const test = await started('local')
    for (const { method, url } of routesOf(test).filter(({ method, open }) => method === 'POST' && !open))
      for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
        const headers = { host: 'localhost:3000', 'content-type': type }
        const answer = await test.app.inject({ method: method as 'POST', url, payload: 'a=1', headers })
        expect(answer.statusCode, url).toBe(415)
      }
    const headers = { host: 'localhost:3000', 'content-type': 'multipart/form-data; boundary=x' }
    const form = await test.app.inject({ method: 'POST', url: '/api/atelier/people', payload: '--x--', headers })
    expect(form.statusCode).toBe(415)
  })

  test('is closed to strangers and to roles without its right', async () => {
    const test = await started('remote')
    const guarded = routesOf(test).filter(({ right }) => right !== undefined && right !== 'everyone')
    expect(guarded.length).toBeGreaterThan(25)
    for (const route of guarded) expect((await ask(test.browser(), route)).statusCode, route.url).toBe(401)
    for (const role of ROLES) {
      const browser = await signedInAs(test, role)
      for (const route of guarded.filter(route => !isStream(route))) {
        if (may(role, route.right as 'read')) continue
        expect((await ask(browser, route)).statusCode, `${role}: ${route.method} ${route.url}`).toBe(403)
      }
    }
  })

  test('lets in the roles that have its right', async () => {
    const test = await started('remote')
    for (const role of ROLES) {
      const browser = await signedInAs(test, role)
      for (const route of routesOf(test).filter(route => !isStream(route) && route.method === 'GET')) {
        if (!may(role, route.right as 'read')) continue
        expect([401, 403], `${role}: ${route.url}`).not.toContain((await ask(browser, route)).statusCode)
      }
    }
    expect(test.reported).toEqual([])
  })

  test('that is read changes nothing', async () => {
    const test = await started('remote')
    const anne = await signIn(test, EPONE.mail!)
    const before = await dump(test)
    for (const route of routesOf(test).filter(route => route.method === 'GET' && !isStream(route))) {
      await ask(anne, route)
      await anne.ask('HEAD', route.url)
      expect(await dump(test), route.url).toEqual(before)
    }
  })

  test('names its right, or the application does not start', async () => {
    const test = await openApp(await open())
    expect(() => test.app.get('/api/atelier/oubli', () => 'secret')).toThrow(/names no right/)
    expect(() => test.app.post('/oubli', () => 'changed')).toThrow(/only the API changes things/)
  })
})

/** What every table holds. */
async function dump({ world }: TestApp): Promise<string> {
  const tables = await world.db.introspection.getTables()
  const rows = await Promise.all(
    tables.map(({ name }) =>
      world.db
        .selectFrom(name as 'town')
        .selectAll()
        .execute(),
    ),
  )
  return JSON.stringify(rows)
}

describe('on this machine alone', () => {
  test.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST'])('it answers as %s', async host => {
    const { app } = await started('local')
    expect((await app.inject({ url: '/', headers: { host } })).statusCode).toBe(200)
  })

  test.each(['evil.example', 'evil.example:3000', 'localhost.evil.example', '127.0.0.1.nip.io'])(
    'and not as « %s », which another site may have pointed here',
    async host => {
      const { app } = await started('local')
      const answer = await app.inject({ url: '/api/atelier/people', headers: { host } })
      expect(answer.statusCode).toBe(403)
      expect(answer.body).not.toContain('Anne')
    },
  )

  test.each(['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])('nor behind another server (%s)', async name => {
    const { app } = await started('local')
    const headers = { host: 'localhost:3000', [name]: '192.0.2.7' }
    const answer = await app.inject({ url: '/api/atelier/people', headers })
    expect([answer.statusCode, answer.json().message]).toEqual([403, expect.stringContaining('CARNET_URL')])
  })
})

describe('behind the town’s proxy', () => {
  test('one address asks so many times a minute, another is not slowed down', async () => {
    const test = await started('remote')
    const hurried = test.browser()
    const link = '/api/link/abcdefghijklmnopqrstuvwxyz'
    for (let n = 0; n < 120; n++) expect((await hurried.get(link)).statusCode).toBe(404)
    const answer = await hurried.get(link)
    expect([answer.statusCode, answer.json().message]).toEqual([429, expect.stringContaining('attendez une minute')])
    const other = test.browser()
    other.address = '192.0.2.2'
    expect((await other.get(link)).statusCode).toBe(404)
  })

  test('it answers under its public name alone, and to whoever watches over it', async () => {
    const { app } = await started('remote')
    const status = async (url: string, host: string) => (await app.inject({ url, headers: { host } })).statusCode
    expect(await status('/', 'carnet.epone.fr')).toBe(200)
    expect(await status('/', 'evil.example')).toBe(403)
    expect(await status('/health', '10.0.0.4:3000')).toBe(200)
  })
})

describe('answers', () => {
  test('an address that does not exist: a page for people, JSON for the API', async () => {
    const anne = (await started('local')).browser()
    const page = await anne.get('/nulle-part')
    expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    expect(page.body).toMatch(/<html lang="fr">[\s\S]*<main>[\s\S]*<h1>Cette page n’existe pas<\/h1>/)
    const api = await anne.get('/api/nulle-part')
    expect([api.statusCode, api.json()]).toEqual([404, { message: 'Cette adresse n’existe pas dans Carnet.' }])
  })

  test('a bug is told to whoever keeps this Carnet, and hidden from the visitor', async () => {
    const test = await started('local')
    test.app.get('/api/atelier/panne', { config: { right: 'everyone' } }, () => {
      throw new Error('secret detail')
    })
    const answer = await test.browser().get('/api/atelier/panne')
    expect(answer.statusCode).toBe(500)
    expect(answer.json().message).toMatch(/^Carnet s’est trompé/)
    expect(answer.body).not.toContain('secret')
    expect(test.reported).toMatchObject([{ message: 'secret detail' }])
  })

  test('a body that is not JSON, or too long, is refused in a sentence', async () => {
    const anne = (await started('local')).browser()
    const send = (payload: string) =>
      anne.ask('POST', '/api/atelier/people', { payload, headers: { 'content-type': 'application/json' } })
    expect((await send('{"name":')).json()).toEqual({ message: 'Carnet n’a pas compris cette demande.' })
    const long = await send(JSON.stringify({ name: 'x'.repeat(2_000_000) }))
    expect([long.statusCode, long.json().message]).toEqual([413, expect.stringContaining('trop gros')])
  })

  test('the home page says the town, its first start, and never lets HTML through', async () => {
    const test = await openApp(await open())
    expect((await test.browser().get('/')).body).toContain('<h1>Bienvenue</h1>')
    await startEpone(test)
    await test.world.db.updateTable('town').set({ name: '<b>Épône</b>' }).execute()
    const { body } = await test.browser().get('/')
    expect(body).toContain('<h1>Les données ouvertes de &lt;b>Épône&lt;/b></h1>')
    expect(body).not.toContain('<b>')
    expect(body).toContain('Rien n’est encore publié.')
  })
})

describe('the workshop’s files', () => {
  function built(): string {
    const folder = mkdtempSync(join(tmpdir(), 'carnet-workshop-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Atelier</title>')
    writeFileSync(join(folder, 'assets', 'page-Ab12.js'), 'let a = 1')
    writeFileSync(join(folder, 'assets', 'page-Ab12.js.gz'), gzipSync('let a = 1'))
    return folder
  }

  test('one page for all the addresses, asked again each time', async () => {
    const anne = (await openApp(await open(), { options: { workshop: built() } })).browser()
    for (const url of ['/atelier', '/atelier/', '/atelier/jeux/commerces/nettoyage', '/atelier/index.html']) {
      const answer = await anne.get(url)
      expect([answer.statusCode, answer.headers['cache-control']], url).toEqual([200, 'no-cache'])
      expect(answer.body).toContain('<title>Atelier</title>')
    }
  })

  test('files named by their hash are kept by browsers, and sent compressed', async () => {
    const anne = (await openApp(await open(), { options: { workshop: built() } })).browser()
    const plain = await anne.get('/atelier/assets/page-Ab12.js')
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(plain.body).toBe('let a = 1')
    const small = await anne.get('/atelier/assets/page-Ab12.js', { 'accept-encoding': 'gzip, br' })
    expect([small.headers['content-encoding'], small.rawPayload]).toEqual(['gzip', gzipSync('let a = 1')])
  })

  test.each([
    '/atelier/../package.json',
    '/atelier/%2e%2e/%2e%2e/etc/passwd',
    '/atelier/assets/..%2f..%2findex.html',
    '/public/..%2fpackage.json',
  ])('%s reaches no other file', async url => {
    const anne = (await openApp(await open(), { options: { workshop: built() } })).browser()
    const { body } = await anne.get(url)
    expect(body).not.toMatch(/"dependencies"|root:/)
  })

  test('not built: a page says what to do', async () => {
    const answer = await (await openApp(await open())).browser().get('/atelier/')
    expect([answer.statusCode, answer.body]).toEqual([503, expect.stringContaining('npm run build')])
  })
})
