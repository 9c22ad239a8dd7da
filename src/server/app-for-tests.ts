import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { onTestFinished } from 'vitest'
import { type Mailer, printingMailer } from '../adapters/mail/mailer.ts'
import type { Provider } from '../adapters/oidc/provider.ts'
import type { FirstStart, Role } from '../contract/people.ts'
import { invitePerson } from '../people/invite.ts'
import { createTown } from '../people/town.ts'
import type { TestStore } from '../store/stores-for-tests.ts'
import { createApp } from './app.ts'
import { type ServerOptions, type ServerWorld, serverWorld } from './world.ts'

export const PUBLIC = 'https://carnet.epone.fr'
const LOCAL: ServerOptions = {
  host: 'localhost',
  port: 3000,
  local: true,
  publicUrl: 'http://localhost:3000',
  workshop: '/nowhere',
  startCode: 'K7RM-3XPA',
}
/** As behind the town's proxy, under its public name. */
const REMOTE: ServerOptions = { ...LOCAL, local: false, publicUrl: PUBLIC }

export interface TestApp {
  readonly app: FastifyInstance
  readonly world: ServerWorld
  /** What was printed in the terminal, mails among it. */
  readonly printed: string[]
  /** Bugs reported to whoever keeps this Carnet. */
  readonly reported: unknown[]
  /** Time passes. */
  wait(milliseconds: number): void
  browser(): Browser
}

interface Settings {
  readonly where?: 'local' | 'remote'
  readonly options?: Partial<ServerOptions>
  readonly mailer?: Mailer
  readonly provider?: Provider
}

export async function openApp(store: TestStore, settings: Settings = {}): Promise<TestApp> {
  const [printed, reported]: [string[], unknown[]] = [[], []]
  let time = Date.UTC(2026, 2, 2, 8)
  const options = { ...(settings.where === 'remote' ? REMOTE : LOCAL), ...settings.options }
  const world = serverWorld(store.store, {
    options,
    mailer: settings.mailer ?? printingMailer(text => void printed.push(text)),
    ...(settings.provider && { provider: settings.provider }),
    report: error => void reported.push(error),
    now: () => new Date(time++).toISOString(),
  })
  const app = await createApp(world)
  onTestFinished(() => app.close())
  const wait = (milliseconds: number) => void (time += milliseconds)
  return { app, world, printed, reported, wait, browser: () => new Browser(app, new URL(options.publicUrl)) }
}

/** Keeps cookies, and says where its requests are born, as browsers do. */
export class Browser {
  readonly cookies = new Map<string, string>()
  address = '192.0.2.1'
  constructor(
    readonly app: FastifyInstance,
    readonly home: URL,
  ) {}

  async ask(
    method: NonNullable<InjectOptions['method']>,
    url: string,
    more: Partial<InjectOptions> = {},
  ): Promise<LightMyRequestResponse> {
    const headers = {
      host: this.home.host,
      ...(method !== 'GET' && method !== 'HEAD' && { origin: this.home.origin, 'sec-fetch-site': 'same-origin' }),
      ...(this.cookies.size > 0 && { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
      ...more.headers,
    }
    const answer = await this.app.inject({ remoteAddress: this.address, ...more, method, url, headers })
    for (const { name, value, maxAge } of answer.cookies as { name: string; value: string; maxAge?: number }[])
      if (maxAge === 0 || value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    return answer
  }
  get = (url: string, headers: Record<string, string> = {}) => this.ask('GET', url, { headers })
  post = (url: string, payload: object = {}) => this.ask('POST', url, { payload })
  patch = (url: string, payload: object) => this.ask('PATCH', url, { payload })
  delete = (url: string) => this.ask('DELETE', url)
}

export const EPONE: FirstStart = { insee: '78217', name: 'Anne Morel', mail: 'anne@epone.fr' }

/** Épône and its referent Anne, as the first start leaves them. */
export const startEpone = ({ world }: TestApp, more: Partial<FirstStart> = {}) =>
  createTown(world, world.communes, { ...EPONE, ...more })

/** Signs somebody of this role in, by the six digits of her mail. */
export async function signedInAs(test: TestApp, role: Role): Promise<Browser> {
  const mail = `${role}@epone.fr`
  const anne = await test.world.db
    .selectFrom('person')
    .selectAll()
    .where('mail', '=', EPONE.mail!)
    .executeTakeFirstOrThrow()
  await invitePerson(
    test.world,
    { insee: anne.insee, id: anne.id, name: anne.name },
    { name: `Une personne, ${role}`, mail, role },
  )
  return signIn(test, mail)
}

export async function signIn(test: TestApp, mail: string): Promise<Browser> {
  const browser = test.browser()
  const { code } = await askedBy(test, browser, mail)
  await browser.post('/api/atelier/sign-in/code', { mail, code })
  return browser
}

/** The link's token and the digits of the mail just printed. */
export async function askedBy(test: TestApp, browser: Browser, mail: string): Promise<{ token: string; code: string }> {
  await browser.post('/api/atelier/sign-in/mail', { mail })
  await new Promise(resolve => setImmediate(resolve))
  const text = test.printed.at(-1) ?? ''
  return { token: /\/entrer\/([\w-]+)/.exec(text)?.[1] ?? '', code: /^(\d{6})$/m.exec(text)?.[1] ?? '' }
}
