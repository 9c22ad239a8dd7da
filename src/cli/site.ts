import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { printingMailer } from '../adapters/mail/mailer.ts'
import { Preparation } from '../preparation/preparation.ts'
import { siteAddress } from '../server/static-site/site-address.ts'
import { folderSink, type SiteAsked, type SiteWritten, writeSite } from '../server/static-site/write.ts'
import { serverWorld } from '../server/world.ts'
import { writeZip } from '../store/archive/write-zip.ts'
import type { Store } from '../store/open.ts'
import { needed, readArguments } from './arguments.ts'
import { BadCall, type Verb } from './command.ts'
import { openDataFolder, refuseExisting } from './data-folder.ts'
import { ownWorld } from './own-world.ts'
import { serverOptions } from './start-settings.ts'
import { plural } from './words.ts'

const USAGE = 'site DOSSIER SORTIE[.zip] --url ADRESSE [--insee CODE]'

/** The public site as files: any host shows them, at the same addresses. */
export const site: Verb = async (args, { out }) => {
  const spec = { url: { type: 'string' }, insee: { type: 'string' } } as const
  const { positionals, values } = readArguments(args, spec, USAGE, [2, 2])
  const [folder, target] = positionals as [string, string]
  const address = addressOf(needed(values.url, '--url, l’adresse où ce site sera lu', USAGE))
  refuseExisting(target)
  const store = await openDataFolder(folder)
  try {
    await refuseUnknown(store, values.insee)
    const { files, sets } = await write(store, { address, insee: values.insee }, target)
    out(`Site écrit : ${target}. ${plural(sets, 'jeu', 'jeux')} de données, ${plural(files, 'fichier')}.\n`)
    return 0
  } finally {
    await store.close()
  }
}

function addressOf(text: string): string {
  try {
    return siteAddress(text)
  } catch (error) {
    throw new BadCall((error as Error).message)
  }
}

async function refuseUnknown({ db }: Store, insee: string | undefined): Promise<void> {
  if (insee === undefined) return
  const town = await db.selectFrom('town').select('insee').where('insee', '=', insee).executeTakeFirst()
  if (!town) throw new BadCall(`J’ai lu --insee « ${insee} » ; aucune commune de ce dossier n’a ce code.`)
}

/** The site has its name only once it is whole. */
async function write(store: Store, asked: SiteAsked, target: string): Promise<SiteWritten> {
  const draft = `${target}.partiel`
  if (existsSync(draft)) await rm(draft, { recursive: true })
  const preparation = new Preparation(ownWorld(store.db, store.blobs))
  try {
    const written = await into(draft, target.toLowerCase().endsWith('.zip'), sink =>
      writeSite(worldOf(store), preparation, asked, sink),
    )
    await rename(draft, target)
    return written
  } finally {
    await preparation.close()
    await rm(draft, { recursive: true, force: true })
  }
}

type Fill = (sink: ReturnType<typeof folderSink>) => Promise<SiteWritten>

async function into(draft: string, isZip: boolean, fill: Fill): Promise<SiteWritten> {
  if (!isZip) {
    await mkdir(draft, { recursive: true })
    return fill(folderSink(draft))
  }
  let written: SiteWritten | undefined
  await writeZip(draft, async zip => {
    written = await fill(zip)
  })
  return written!
}

/** Nobody is written to. */
const worldOf = (store: Store) =>
  serverWorld(store, {
    options: serverOptions('localhost', 3000, process.env),
    mailer: printingMailer(() => {}),
    report: () => {},
  })
