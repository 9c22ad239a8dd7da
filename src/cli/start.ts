import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findInPackage } from '../adapters/package/find.ts'
import { finishErasures } from '../journal/erase/finish.ts'
import { hasWayBack } from '../people/way-back.ts'
import type { Preparation } from '../preparation/preparation.ts'
import { createApp } from '../server/app.ts'
import { isStarted } from '../server/first-start.ts'
import { type Preparing, sayPreparing } from '../server/preparing.ts'
import { type ServerOptions, type ServerWorld, serverWorld } from '../server/world.ts'
import { openStore } from '../store/open.ts'
import { readArguments } from './arguments.ts'
import { BadCall, type Verb, type World } from './command.ts'
import { mailerFrom, portOf, providerFrom, serverOptions } from './start-settings.ts'

const USAGE = 'start [--data DOSSIER] [--port NOMBRE] [--host ADRESSE] [--example [--published]]'

/** Runs until it is told to stop. */
export const start: Verb = async (args, world) => {
  const spec = {
    data: { type: 'string' },
    port: { type: 'string' },
    host: { type: 'string' },
    example: { type: 'boolean' },
    published: { type: 'boolean' },
  } as const
  const { values } = readArguments(args, spec, USAGE, [0, 0])
  if (values.published && !values.example)
    throw new BadCall('--published va avec --example : la ville d’exemple et ses six jeux publiés.')
  const options = serverOptions(values.host ?? 'localhost', portOf(values.port), process.env)
  const settings = { options, mailer: mailerFrom(process.env, options, world.out), ...providerOf(process.env) }
  const store = await openStore({ folder: values.data ?? 'carnet-data', databaseUrl: process.env.DATABASE_URL })
  try {
    await finishErasures(store.db, store.blobs)
    const report = (error: unknown, where: string) =>
      world.err(`${new Date().toISOString()} ${where}\n${detail(error)}\n`)
    await serve(serverWorld(store, { ...settings, report }), world, values)
  } finally {
    await store.close()
  }
  return 0
}

/** The example town: on the evening of its second day, or with its six sets opened. */
interface Example {
  readonly example?: boolean | undefined
  readonly published?: boolean | undefined
}

async function serve(server: ServerWorld, world: World, example: Example): Promise<void> {
  const { options } = server
  await refuseLockedOut(server)
  const toOpen = await exampleToOpen(server, example)
  const app = await createApp(server)
  const preparing = toOpen ? sayPreparing(app) : undefined
  try {
    await app.ready()
    const stop = stopAsked()
    await app.listen({ host: options.host, port: options.port }).catch(cannotListen(options))
    if (preparing) await openExample(server, app.preparation, preparing, world, example)
    tellWhere(world, options, await isStarted(server))
    await stop
  } finally {
    await app.close()
  }
}

/** In an empty folder only: a town that works here is never mixed with invented data. */
async function exampleToOpen(server: ServerWorld, { example }: Example): Promise<boolean> {
  if (!example) return false
  if (!server.options.local)
    throw new BadCall('La ville d’exemple ne s’ouvre que sur cet ordinateur : --example va avec --host localhost.')
  return !(await isStarted(server))
}

/** A browser that is there already is told to wait. */
async function openExample(
  server: ServerWorld,
  preparation: Preparation,
  preparing: Preparing,
  { out }: World,
  { published }: Example,
): Promise<void> {
  const tell = (sentence: string) => {
    preparing.tell(sentence)
    out(`${sentence}\n`)
  }
  tell('Je prépare la ville d’exemple…')
  const { buildExample } = await import('../example/example.ts')
  const town = await buildExample(preparation, server.communes, findInPackage('demo'))
  if (published) {
    tell('J’ouvre ses six premiers jeux de données…')
    const { publishWeek } = await import('../example/publish-week.ts')
    await publishWeek(preparation, town, findInPackage('demo'))
  }
  preparing.done()
}

function providerOf(env: NodeJS.ProcessEnv) {
  const provider = providerFrom(env)
  return provider && { provider }
}

/** Opened to others, a Carnet whose referent has no mail would let nobody in. */
async function refuseLockedOut(server: ServerWorld): Promise<void> {
  if (server.options.local || !(await isStarted(server)) || (await hasWayBack(server))) return
  throw new BadCall(
    'Personne ne pourrait entrer : aucune personne référente n’a d’adresse de courriel. Ouvrez d’abord Carnet sur cet ordinateur seul (carnet start), donnez-en une dans « Équipe », puis recommencez.',
  )
}

const cannotListen =
  ({ host, port }: ServerOptions) =>
  (error: NodeJS.ErrnoException): never => {
    if (error.code === 'EADDRINUSE')
      throw new BadCall(
        `Le port ${port} est déjà pris : Carnet est peut-être déjà ouvert. Sinon, choisissez-en un autre : carnet start --port ${port + 1}`,
      )
    if (error.code === 'EACCES') throw new BadCall(`Je n’ai pas le droit d’écouter sur le port ${port}.`)
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
      throw new BadCall(`J’ai lu --host « ${host} » ; ce n’est pas une adresse de cet ordinateur.`)
    throw error
  }

function tellWhere(world: World, { publicUrl, workshop, local, startCode }: ServerOptions, started: boolean): void {
  world.out(`Carnet est ouvert : ${publicUrl}\n`)
  if (!local && !started) world.out(`Code de démarrage, demandé à la première page : ${startCode}\n`)
  if (!local && publicUrl.startsWith('http:'))
    world.out(
      'Sans HTTPS, ce qui passe sur le réseau peut être lu : mettez un serveur web devant Carnet, et CARNET_URL.\n',
    )
  if (!existsSync(join(workshop, 'index.html')))
    world.out('L’atelier n’est pas construit : lancez « npm run build ».\n')
  world.out('Pour l’arrêter : Ctrl+C.\n')
}

const detail = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

const stopAsked = (): Promise<void> =>
  new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
