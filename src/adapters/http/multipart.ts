import { randomBytes } from 'node:crypto'

export interface Part {
  /** The name of the form’s field. */
  readonly field: string
  readonly name: string
  readonly type: string
  readonly bytes: Blob
}

/** A form with one file at most (RFC 7578). The file is read while it is sent. */
export function multipart(fields: Readonly<Record<string, string>>, file?: Part): { type: string; body: Blob } {
  const boundary = `carnet-${randomBytes(16).toString('hex')}`
  const start = (rest: string) => `--${boundary}\r\ncontent-disposition: form-data; ${rest}\r\n\r\n`
  const parts: (string | Blob)[] = Object.entries(fields).map(
    ([name, value]) => `${start(`name="${name}"`)}${value}\r\n`,
  )
  if (file)
    parts.push(
      start(`name="${file.field}"; filename="${plain(file.name)}"\r\ncontent-type: ${file.type}`),
      file.bytes,
      '\r\n',
    )
  return { type: `multipart/form-data; boundary=${boundary}`, body: new Blob([...parts, `--${boundary}--\r\n`]) }
}

/** Names of ours are slugs; nothing else may end the header. */
const plain = (name: string): string => name.replace(/[^\w.-]/g, '_')
