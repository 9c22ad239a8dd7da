import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import type Client from 'ssh2-sftp-client'
import { type Place, PlaceProblem } from '../connector.ts'
import { filePlace } from '../file-place.ts'
import type { Reach } from '../http/ask.ts'
import { hostAddress } from '../http/public-host.ts'

export interface SftpSettings {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly folder: string
  /** `SHA256:…`, as a person confirmed it; '' : not yet. */
  readonly hostKey: string
}

/** A server of files by SSH. The secret is a password, or a private key (PEM). Nothing is sent to a server whose key is not the one confirmed. */
export function sftp(settings: SftpSettings, secret: string, reach: Reach): Place {
  const line = new Line(settings, secret, reach)
  const at = (name: string) => `${settings.folder.replace(/\/$/, '')}/${name}`
  return filePlace({
    address: `sftp://${settings.host}${settings.folder}`,
    check: () => check(settings, secret, reach),
    print: name => line.do(client => printOf(client, at(name))),
    put: (name, bytes) => line.do(client => put(client, at, name, bytes)),
    remove: name => line.do(async client => void (await client.delete(at(name), true))),
    close: () => line.close(),
  })
}

/** One connection, opened when it is first needed. */
class Line {
  #client: Promise<Client> | undefined
  constructor(
    readonly settings: SftpSettings,
    readonly secret: string,
    readonly reach: Reach,
  ) {}

  async do<T>(work: (client: Client) => Promise<T>): Promise<T> {
    try {
      this.#client ??= connect(this.settings, this.secret, this.reach).then(({ client }) => client)
      return await work(await this.#client)
    } catch (error) {
      await this.close()
      throw problemOf(error, this.settings)
    }
  }

  async close(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    await client?.then(one => one.end()).catch(() => {})
  }
}

async function connect(
  settings: SftpSettings,
  secret: string,
  reach: Reach,
): Promise<{ client: Client; shown: string }> {
  const { port, user: username, hostKey } = settings
  const { default: Sftp } = await import('ssh2-sftp-client')
  const client = new Sftp()
  // Told here too by the call that fails: without a listener, the process would end.
  client.on('error', () => {})
  let shown = ''
  const hostVerifier = (key: Buffer): boolean => {
    shown = `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`
    return hostKey === '' ? false : shown === hostKey
  }
  const way = secret.startsWith('-----BEGIN') ? { privateKey: secret } : { password: secret }
  try {
    const host = await hostAddress(settings.host, reach)
    await client.connect({ host, port, username, ...way, hostVerifier, readyTimeout: 20_000 })
    return { client, shown }
  } catch (error) {
    await client.end().catch(() => {})
    if (shown !== '' && shown !== hostKey) throw new UnknownHost(shown, hostKey)
    throw error
  }
}

/** Without a confirmed key, the server only shows who it is: no password is sent. */
async function check(settings: SftpSettings, secret: string, reach: Reach) {
  try {
    const { client, shown } = await connect(settings, secret, reach)
    const kind = await client.exists(settings.folder)
    await client.end()
    if (kind !== 'd') throw new PlaceProblem('wrong', `Le dossier « ${settings.folder} » n’est pas sur ce serveur.`)
    return { sentence: `Le serveur ${settings.host} vous reconnaît, et le dossier y est.`, hostKey: shown }
  } catch (error) {
    if (error instanceof UnknownHost && settings.hostKey === '')
      return {
        sentence: `Le serveur ${settings.host} se présente avec cette empreinte : comparez-la à celle que donne votre hébergeur.`,
        hostKey: error.shown,
      }
    throw problemOf(error, settings)
  }
}

class UnknownHost extends Error {
  constructor(
    readonly shown: string,
    readonly awaited: string,
  ) {
    super(`host key ${shown}`)
  }
}

async function printOf(client: Client, path: string): Promise<string | undefined> {
  if ((await client.exists(path)) !== '-') return undefined
  const { size, modifyTime } = await client.stat(path)
  return `${size} ${modifyTime}`
}

async function put(client: Client, at: (name: string) => string, name: string, bytes: Blob): Promise<void> {
  const draft = at(`.${name}.${randomBytes(4).toString('hex')}`)
  try {
    await client.put(Readable.fromWeb(bytes.stream() as Parameters<typeof Readable.fromWeb>[0]), draft)
    await takePlace(client, draft, at(name))
  } catch (error) {
    await client.delete(draft, true).catch(() => {})
    throw error
  }
}

/** OpenSSH takes the place of a file in one go; elsewhere the old one leaves first. */
async function takePlace(client: Client, draft: string, path: string): Promise<void> {
  try {
    await client.posixRename(draft, path)
  } catch {
    await client.delete(path, true)
    await client.rename(draft, path)
  }
}

function problemOf(error: unknown, { host, user, folder }: SftpSettings): unknown {
  if (error instanceof PlaceProblem) return error
  if (error instanceof UnknownHost)
    return new PlaceProblem(
      'wrong',
      error.awaited === ''
        ? `L’empreinte du serveur ${host} n’a pas encore été confirmée.`
        : `Le serveur ${host} ne se présente plus avec la même empreinte (${error.shown}). Rien n’a été envoyé : demandez à votre hébergeur s’il l’a changée.`,
    )
  const { code, message } = error as { code?: string | number; message?: string }
  if (/authentication/i.test(message ?? ''))
    return new PlaceProblem('key', `${host} refuse le mot de passe ou la clé de « ${user} ».`)
  if (code === 3 || code === 'ERR_PERMISSION_DENIED' || /permission denied/i.test(message ?? ''))
    return new PlaceProblem('key', `${host} ne permet pas à « ${user} » d’écrire dans « ${folder} ».`)
  if (/no such file/i.test(message ?? ''))
    return new PlaceProblem('wrong', `Le dossier « ${folder} » n’est pas sur ${host}.`)
  return new PlaceProblem('later', `${host} ne répond pas comme il faut (${message ?? code}).`)
}
