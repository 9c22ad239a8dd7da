import type { ReactNode } from 'react'
import { DropZone, type DropZoneProps, FileTrigger, Text } from 'react-aria-components'
import { Button } from './Button.tsx'
import './file-drop.css'
import { Icon } from './Icon.tsx'

export interface Pasted {
  readonly text: string
  readonly html?: string
}
type DropEvent = Parameters<NonNullable<DropZoneProps['onDrop']>>[0]

interface FileDropProps {
  readonly title: string
  readonly description?: ReactNode
  readonly onFiles: (files: File[]) => void
  /** A range copied from Excel or a page: without it, pasting is not offered. */
  readonly onPaste?: (pasted: Pasted) => void
  readonly multiple?: boolean
  readonly isPending?: boolean
}

/** Drop files, choose them, or paste cells (Ctrl+V while this zone has the focus). */
export function FileDrop({ title, description, onFiles, onPaste, multiple = true, isPending = false }: FileDropProps) {
  const take = async ({ items }: DropEvent) => {
    const files = await Promise.all(items.flatMap(item => (item.kind === 'file' ? [item.getFile()] : [])))
    if (files.length > 0) return onFiles(multiple ? files : files.slice(0, 1))
    const text = items.find(item => item.kind === 'text')
    if (text?.kind !== 'text' || !onPaste) return
    onPaste({
      text: text.types.has('text/plain') ? await text.getText('text/plain') : '',
      ...(text.types.has('text/html') && { html: await text.getText('text/html') }),
    })
  }
  return (
    <DropZone className="c-drop" onDrop={event => void take(event)} isDisabled={isPending}>
      <span className="c-empty-mark">
        <Icon name="upload" size={30} />
      </span>
      <Text slot="label" className="c-drop-title">
        {title}
      </Text>
      {description && <p className="soft">{description}</p>}
      <FileTrigger allowsMultiple={multiple} onSelect={list => list && onFiles([...list])}>
        <Button kind="primary" icon="file" isPending={isPending}>
          {multiple ? 'Choisir des fichiers' : 'Choisir un fichier'}
        </Button>
      </FileTrigger>
      {onPaste && <p className="small soft">ou copiez des cases dans Excel, cliquez ici et faites Ctrl + V</p>}
    </DropZone>
  )
}
