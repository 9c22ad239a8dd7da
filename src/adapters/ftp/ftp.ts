import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import { Readable } from 'node:stream'
import type { Client } from 'basic-ftp'
import { type Place, PlaceProblem } from '../connector.ts'
import { filePlace } from '../file-place.ts'
import type { Reach } from '../http/ask.ts'
import { hostAddress } from '../http/public-host.ts'

export interface FtpSettings {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly folder: string
  /** By TLS (FTPS, explicit), its certificate verified. Without it, the password travels in clear: said on the page. */
  readonly secure: boolean
}

/** A server of files by FTP or FTPS. `ca`: an authority of the tests' own. */
export function ftp(settings: FtpSettings, password: string, reach: Reach, ca?: string): Place {
  const line = new Line(settings, password, reach, ca)
  const at = (name: string) => `${settings.folder.replace(/\/$/, '')}/${name}`
  return filePlace({
    address: `${settings.secure ? 'ftps' : 'ftp'}://${settings.host}${settings.folder}`,
    check: () => line.do(client => check(client, settings)),
    print: name => line.do(client => printOf(client, at(name))),
    put: (name, bytes) => line.do(client => put(client, at, name, bytes)),
    remove: name => line.do(async client => void (await absent(() => client.remove(at(name))))),
    close: () => line.close(),
  })
}

/** One connection, opened when it is first needed. */
class Line {
  #client: Client | undefined
  constructor(
    readonly settings: FtpSettings,
    readonly password: string,
    readonly reach: Reach,
    readonly ca: string | undefined,
  ) {}

  async do<T>(work: (client: Client) => Promise<T>): Promise<T> {
    try {
      this.#client ??= await this.#open()
      return await work(this.#client)
    } catch (error) {
      await this.close()
      throw problemOf(error, this.settings)
    }
  }

  async #open(): Promise<Client> {
    const { host: name, port, user, secure } = this.settings
    const host = await hostAddress(name, this.reach)
    const { Client } = await import('basic-ftp')
    const client = new Client(30_000)
    try {
      const secureOptions = { ...(isIP(name) === 0 && { servername: name }), ...(this.ca && { ca: this.ca }) }
      await client.access({ host, port, user, password: this.password, secure, secureOptions })
      return client
    } catch (error) {
      client.close()
      throw error
    }
  }

  async close(): Promise<void> {
    this.#client?.close()
    this.#client = undefined
  }
}

async function check(client: Client, { host, folder, secure }: FtpSettings) {
  await client.cd(folder)
  const warning = secure ? '' : ' Attention : sans TLS, le mot de passe voyage en clair.'
  return { sentence: `Le serveur ${host} vous reconnaît, et le dossier y est.${warning}` }
}

async function printOf(client: Client, path: string): Promise<string | undefined> {
  const size = await absent(() => client.size(path))
  if (size === undefined) return undefined
  // Some servers do not tell dates: the size alone must do.
  const date = await client.lastMod(path).catch(() => undefined)
  return `${size} ${date?.getTime() ?? ''}`
}

async function put(client: Client, at: (name: string) => string, name: string, bytes: Blob): Promise<void> {
  const draft = at(`.${name}.${randomBytes(4).toString('hex')}`)
  await client.uploadFrom(Readable.fromWeb(bytes.stream() as Parameters<typeof Readable.fromWeb>[0]), draft)
  try {
    await client.rename(draft, at(name))
  } catch (error) {
    if (refusalCode(error) === undefined) throw error
    // This server does not rename over a file: the old one leaves first.
    await absent(() => client.remove(at(name)))
    await client.rename(draft, at(name))
  }
}

/** The server answered, and said no: 550 and others. A cut line has no such code. */
const refusalCode = (error: unknown): number | undefined => {
  const { code } = error as { code?: unknown }
  return typeof code === 'number' ? code : undefined
}

/** 550: what is asked for is not there. */
async function absent<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (refusalCode(error) === 550) return undefined
    throw error
  }
}

function problemOf(error: unknown, { host, user, folder }: FtpSettings): unknown {
  if (error instanceof PlaceProblem) return error
  const { code, message } = error as { code?: string | number; message?: string }
  if (code === 530) return new PlaceProblem('key', `${host} refuse le mot de passe de « ${user} ».`)
  if (code === 550 || code === 553)
    return new PlaceProblem(
      'key',
      `${host} ne permet pas à « ${user} » d’écrire dans « ${folder} », ou ce dossier n’existe pas.`,
    )
  if (/certificate|self.signed|altname/i.test(`${message} ${code}`))
    return new PlaceProblem('wrong', `Le certificat de ${host} n’est pas reconnu : rien n’a été envoyé.`)
  return new PlaceProblem('later', `${host} ne répond pas comme il faut (${message ?? code}).`)
}
