import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** A real `carnet start` on a folder of its own: it can be killed, and started again on the same folder. */
export class Carnet {
  readonly folder = mkdtempSync(join(tmpdir(), 'carnet-e2e-'))
  #process: ChildProcess | undefined
  #said = ''

  private constructor(
    readonly port: number,
    readonly more: readonly string[],
    readonly settings: NodeJS.ProcessEnv = {},
  ) {}

  static async start(...more: string[]): Promise<Carnet> {
    const carnet = new Carnet(await freePort(), more)
    if (more.includes('--example')) cpSync(await exampleTown(more), carnet.folder, { recursive: true })
    await carnet.start()
    return carnet
  }

  /** In an empty folder, from its first file. */
  static async make(...more: string[]): Promise<Carnet> {
    const carnet = new Carnet(await freePort(), more)
    await carnet.start()
    return carnet
  }

  /** The example town, with a mail server. */
  static async startWithMail(settings: NodeJS.ProcessEnv): Promise<Carnet> {
    const carnet = new Carnet(await freePort(), ['--example'], settings)
    cpSync(await exampleTown(['--example']), carnet.folder, { recursive: true })
    await carnet.start()
    return carnet
  }

  /** Open to other machines: whoever comes signs in. */
  static async startForOthers(settings: NodeJS.ProcessEnv): Promise<Carnet> {
    const carnet = new Carnet(await freePort(), ['--host', '0.0.0.0'], settings)
    await carnet.start()
    return carnet
  }

  /** Where others find it, as it says itself. */
  get publicAddress(): string {
    return /^Carnet est ouvert : (\S+)$/m.exec(this.#said)![1]!
  }

  get address(): string {
    return `http://localhost:${this.port}`
  }

  /** Everything that the server printed. */
  get said(): string {
    return this.#said
  }

  async start(): Promise<void> {
    const args = ['bin/carnet.mjs', 'start', '--data', this.folder, '--port', String(this.port), ...this.more]
    // The command line does nothing by itself when it is imported by a test.
    const { VITEST: _, ...env } = process.env
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...env, ...this.settings },
    })
    this.#process = child
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (this.#said += String(chunk)))
    for (let tries = 0; tries < 1200; tries++) {
      if (child.exitCode !== null) break
      const health = await fetch(`${this.address}/health`).catch(() => undefined)
      if (health?.ok) return
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    throw new Error(`carnet start did not answer on ${this.address}:\n${this.#said}`)
  }

  /** As a power cut would: no goodbye. */
  kill = (): Promise<void> => this.#end('SIGKILL')

  /** As Ctrl+C does: what was begun is finished. */
  stop = (): Promise<void> => this.#end('SIGTERM')

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process
    this.#process = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }

  async remove(): Promise<void> {
    await this.kill()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** The folder of the example town, made by the first journey that asks for it; the others wait for it. */
async function exampleTown(options: readonly string[]): Promise<string> {
  const folder = join(inject('exampleTowns'), options.join(''))
  if (existsSync(folder)) return folder
  try {
    mkdirSync(`${folder}-begun`)
  } catch {
    for (let tries = 0; tries < 2400 && !existsSync(folder); tries++) await new Promise(done => setTimeout(done, 100))
    return folder
  }
  const made = await Carnet.make(...options)
  await made.stop()
  renameSync(made.folder, folder)
  return folder
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
