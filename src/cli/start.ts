import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { printingMailer } from '../adapters/mail/mailer.ts'
import { findInPackage } from '../adapters/package/find.ts'
import { newStartCode } from '../people/secrets.ts'
import { createApp } from '../server/app.ts'
import { type ServerOptions, serverWorld } from '../server/world.ts'
import { openStore } from '../store/open.ts'
import { readArguments } from './arguments.ts'
import { BadCall, type Verb, type World } from './command.ts'

const USAGE = 'start [--data DOSSIER] [--port NOMBRE] [--host ADRESSE]'
const LOOPBACK = ['localhost', '127.0.0.1', '::1']

/** Runs until it is told to stop. */
export const start: Verb = async (args, world) => {
  const spec = { data: { type: 'string' }, port: { type: 'string' }, host: { type: 'string' } } as const
  const { values } = readArguments(args, spec, USAGE, [0, 0])
  const options = serverOptions(values.host ?? 'localhost', portOf(values.port), process.env.CARNET_URL)
  const store = await openStore({ folder: values.data ?? 'carnet-data', databaseUrl: process.env.DATABASE_URL })
  const server = serverWorld(store, {
    options,
    mailer: printingMailer(world.out),
    report: (error, where) => world.err(`${new Date().toISOString()} ${where}\n${detail(error)}\n`),
  })
  const app = await createApp(server)
  await app.listen({ host: options.host, port: options.port })
  tellWhere(world, options)
  await stopAsked()
  await app.close()
  await store.close()
  return 0
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new BadCall(`J’ai lu --port « ${text} » ; j’attendais un nombre entre 1 et 65535.`)
  return port
}

/** Local only when this machine alone can reach it and no public address is announced. */
function serverOptions(host: string, port: number, url: string | undefined): ServerOptions {
  return {
    host,
    port,
    local: LOOPBACK.includes(host) && url === undefined,
    publicUrl: url?.replace(/\/+$/, '') ?? `http://${host}:${port}`,
    workshop: workshopFolder(),
    startCode: newStartCode(),
  }
}

function workshopFolder(): string {
  const root = findInPackage('package.json')
  return process.env.CARNET_WORKSHOP ?? join(root, '..', 'dist', 'workshop')
}

function tellWhere(world: World, { publicUrl, workshop }: ServerOptions): void {
  world.out(`Carnet est ouvert : ${publicUrl}\nPour l’arrêter : Ctrl+C.\n`)
  if (!existsSync(join(workshop, 'index.html')))
    world.out('L’atelier n’est pas construit : lancez « npm run build ».\n')
}

const detail = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

const stopAsked = (): Promise<void> =>
  new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
