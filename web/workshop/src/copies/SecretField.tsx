import type { PlaceKind } from '../../../../src/contract/copies.ts'
import { TextArea, TextField } from '../design/index.ts'
import { SECRET_WORDS } from './words.ts'

interface SecretFieldProps {
  readonly kind: PlaceKind
  readonly value: string
  readonly onChange: (text: string) => void
}

/** A key or a password: kept encrypted by Carnet, in no archive, shown nowhere again. */
export function SecretField({ kind, value, onChange }: SecretFieldProps) {
  const words = SECRET_WORDS[kind]
  if (!words) return null
  const field = { label: words.label, description: words.where, value, onChange, autoComplete: 'off' }
  // A private key has lines.
  return kind === 'sftp' ? <TextArea {...field} rows={3} /> : <TextField {...field} type="password" />
}
