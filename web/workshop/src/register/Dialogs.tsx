import type { Register, RegisterNode } from '../../../../src/contract/register.ts'
import { focusList } from './focus.ts'
import { ImportDialog } from './ImportDialog.tsx'
import { PhotosDialog } from './PhotosDialog.tsx'
import { PickDialog, type Wanted } from './PickDialog.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { tell } from './told.ts'
import type { RegisterActs } from './use-register.ts'

/** The one window that is open. */
export type Opened =
  | { readonly what: 'import' | 'photos' }
  | { readonly what: 'pick'; readonly wanted: Wanted }
  | { readonly what: 'remove'; readonly node: RegisterNode }

interface Props {
  readonly opened: Opened
  readonly register: Register
  readonly put: (register: Register) => void
  readonly acts: RegisterActs
  readonly mayWrite: boolean
  readonly onSelect: (id: string | undefined) => void
  readonly onClose: () => void
}

export function Dialogs({ opened, register, put, acts, mayWrite, onSelect, onClose }: Props) {
  const remove = async ({ id, name }: RegisterNode) => {
    const refused = await acts.act({ type: 'remove', id })
    if (refused === undefined) onSelect(undefined)
    focusList()
    tell(acts, refused, `« ${name} » est retiré.`)
  }
  switch (opened.what) {
    case 'import':
      return <ImportDialog acts={acts} onClose={onClose} />
    case 'photos':
      return <PhotosDialog {...{ register, mayWrite, onClose }} onTaken={put} />
    case 'pick': {
      const done = (id: string) => {
        onClose()
        onSelect(id)
      }
      return <PickDialog {...{ register, acts, wanted: opened.wanted, onClose }} onDone={done} />
    }
    case 'remove':
      return <RemoveDialog {...{ register, node: opened.node, onClose }} onConfirm={() => remove(opened.node)} />
  }
}
