import type { ClipboardEvent } from 'react'
import { announce } from '../design/index.ts'
import { type Grid, readClipboard, toHtml, toTsv } from './clipboard.ts'
import { pasted, type Written } from './ranges.ts'
import { cellsIn, type Range } from './selection.ts'

interface ClipboardSetting {
  readonly range: () => Range
  readonly textAt: (at: number, column: number) => string
  readonly columns: number
  readonly canWrite: boolean
  readonly isEditing: boolean
  readonly write: (cells: readonly Written[]) => void
  readonly clear: () => void
}

/** Copy, cut and paste by the browser's own events: no permission is asked, and Excel or LibreOffice is at the other end. */
export function useClipboard(setting: ClipboardSetting) {
  const copy = (event: ClipboardEvent): boolean => {
    if (setting.isEditing) return false
    const grid = block(setting)
    event.clipboardData.setData('text/plain', toTsv(grid))
    event.clipboardData.setData('text/html', toHtml(grid))
    event.preventDefault()
    return true
  }
  return {
    onCopy(event: ClipboardEvent) {
      if (copy(event)) announce(words(cellsIn(setting.range()), 'copiée', 'copiées'))
    },
    onCut(event: ClipboardEvent) {
      if (!copy(event) || !setting.canWrite) return
      setting.clear()
      announce(words(cellsIn(setting.range()), 'coupée', 'coupées'))
    },
    onPaste(event: ClipboardEvent) {
      if (setting.isEditing || !setting.canWrite) return
      const grid = readClipboard(event.clipboardData)
      if (!grid) return
      event.preventDefault()
      const written = pasted(grid, setting.range(), setting.columns)
      setting.write(written)
      announce(words(written.length, 'collée', 'collées'))
    },
  }
}

const block = ({ range, textAt }: ClipboardSetting): Grid => {
  const { top, bottom, left, right } = range()
  return Array.from({ length: bottom - top + 1 }, (_, r) =>
    Array.from({ length: right - left + 1 }, (_, c) => textAt(top + r, left + c)),
  )
}

const words = (count: number, one: string, many: string): string =>
  count > 1 ? `${count} cases ${many}` : `1 case ${one}`
