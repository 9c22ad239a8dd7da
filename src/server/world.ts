import { randomBytes } from 'node:crypto'
import { loadCommunes } from '../adapters/communes/load.ts'
import type { Mailer } from '../adapters/mail/mailer.ts'
import { loadRegistry } from '../adapters/models/load.ts'
import type { Provider } from '../adapters/oidc/provider.ts'
import type { Registry } from '../core/models/registry.ts'
import type { Communes } from '../core/places/communes/index.ts'
import type { Store } from '../store/open.ts'
import type { SecretBox } from '../store/secret-box.ts'
import type { World } from '../store/world.ts'
import { type LiveBus, liveBus } from './live-bus.ts'
import type { Tiles } from './tiles.ts'

/** What the whole application is handed. A test builds its own with `serverWorld`. */
export interface ServerWorld extends World {
  /** The models of the package; those of a town are in its table. Read when first asked: the start does not wait for them. */
  readonly registry: Registry
  /** The official list of communes, read when first asked. */
  readonly communes: Communes
  readonly live: LiveBus
  readonly secrets: SecretBox
  readonly mailer: Mailer
  /** The identity provider, when one is set. */
  readonly provider?: Provider
  readonly options: ServerOptions
  /** INSEE code of the only town that the public pages show. */
  readonly only?: string | undefined
  /** A bug, with where it happened: for whoever keeps this Carnet, never for the visitor. */
  readonly report: (error: unknown, where: string) => void
}

export interface ServerOptions {
  /** Where it listens. */
  readonly host: string
  readonly port: number
  /** Nobody else can reach it: it listens on this machine alone, and is behind no other server. No password is asked. */
  readonly local: boolean
  /** What people type to come here, without a slash at the end. Links of mails start with it, never with what a request says. */
  readonly publicUrl: string
  /** Folder of the built workshop. */
  readonly workshop: string
  /** Asked at the first start when it is not local. */
  readonly startCode: string
  /** Copies elsewhere: where the person who keeps this Carnet lets them go. */
  readonly copies?: CopiesOptions | undefined
  /** The base map of the pages; none: points on a plain ground. */
  readonly tiles?: Tiles | undefined
  /** What is answered becomes files for another host: the portal's pages write only addresses that such a folder has. */
  readonly isStatic?: boolean | undefined
}

export interface CopiesOptions {
  /** The only folder under which copies may be written; none: the kind is not offered (locally, any folder is). */
  readonly folder?: string | undefined
  /** Places of the town's own network may be reached: without it, public addresses only. */
  readonly privateNetwork: boolean
}

type Given = Pick<ServerWorld, 'mailer' | 'provider' | 'options' | 'report'> & { readonly now?: () => string }

export const serverWorld = (store: Store, { now, ...given }: Given): ServerWorld => ({
  ...given,
  db: store.db,
  blobs: store.blobs,
  secrets: store.secrets,
  now: now ?? (() => new Date().toISOString()),
  newId: () => randomBytes(16).toString('base64url'),
  get registry() {
    return loadRegistry()
  },
  get communes() {
    return loadCommunes()
  },
  live: liveBus(),
})
