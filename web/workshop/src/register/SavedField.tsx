import { type KeyboardEvent, useEffect, useState } from 'react'
import { TextArea, TextField } from '../design/index.ts'

interface Props {
  readonly label: string
  readonly value: string
  readonly type?: 'email' | 'tel' | 'url' | 'date' | undefined
  readonly description?: string | undefined
  readonly long?: true | undefined
  readonly optional?: boolean
  readonly isReadOnly: boolean
  /** A sentence when it was refused: what was typed stays. */
  readonly onSave: (value: string) => Promise<string | undefined>
}

/** A box that keeps itself: when it is left, or on Enter. Nothing to press, nothing to lose. */
export function SavedField({ value, onSave, type, long, description, optional = true, ...rest }: Props) {
  const [text, setText] = useState(value)
  const [refused, setRefused] = useState<string>()
  useEffect(() => setText(value), [value])
  const save = async () => {
    if (text.trim() === value) return setRefused(undefined)
    setRefused(await onSave(text.trim()))
  }
  const common = {
    ...rest,
    value: text,
    onChange: setText,
    onBlur: () => void save(),
    optional,
    ...(description && { description }),
    ...(refused && { error: refused }),
  }
  if (long) return <TextArea {...common} rows={3} />
  return (
    <TextField
      {...common}
      {...(type && { type })}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && void save()}
    />
  )
}
