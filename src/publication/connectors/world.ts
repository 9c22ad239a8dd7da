import type { PlaceKind } from '../../contract/copies.ts'
import type { SecretBox } from '../../store/secret-box.ts'
import type { World } from '../../store/world.ts'
import type { FilesWorld } from '../files/file.ts'

/** What copying elsewhere needs of the world. */
export interface CopiesWorld extends World, FilesWorld {
  readonly blobs: World['blobs']
  readonly secrets: SecretBox
  /** The town's own address, without a slash at the end. */
  readonly publicUrl: string
  /** Nobody else can reach this Carnet: the person at the keyboard owns the machine. */
  readonly local: boolean
  readonly copies: { readonly folder?: string | undefined; readonly privateNetwork: boolean }
  readonly report: (error: unknown, where: string) => void
}

/** A folder is offered where one may be written. */
export const offeredKinds = ({ local, copies }: CopiesWorld): readonly PlaceKind[] => [
  ...(['datagouv', 'opendatasoft', 'ckan', 'sftp', 'ftp'] as const),
  ...(local || copies.folder !== undefined ? (['folder'] as const) : []),
]
