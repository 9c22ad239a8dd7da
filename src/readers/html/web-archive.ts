/** One page of a web archive, as bytes. */
export interface ArchivedPage {
  readonly bytes: Uint8Array
  readonly charset?: string
}

/** What « page web à fichier unique » looks like (RFC 2557): some software exports its tables so, under the name « .xls ». */
export const isWebArchive = (head: string): boolean =>
  /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*Content-Type:\s*multipart\/related/i.test(head)

/** The HTML pages of an archive, in their order; the pictures and styles beside them are left. */
export function pagesOf(bytes: Uint8Array): ArchivedPage[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const boundary = /boundary="?([^"\r\n;]+)/i.exec(text.slice(0, 8192))?.[1]
  if (boundary === undefined) return []
  return text.split(`--${boundary}`).flatMap(part => {
    const end = /\r?\n\r?\n/.exec(part)
    if (end === null) return []
    const head = part.slice(0, end.index)
    if (!/^Content-Type:\s*text\/html/im.test(head)) return []
    const charset = /charset="?([\w.:-]+)/i.exec(head)?.[1]
    return [{ bytes: decoded(part.slice(end.index + end[0].length), head), ...(charset && { charset }) }]
  })
}

function decoded(body: string, head: string): Uint8Array {
  const encoding = /^Content-Transfer-Encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const plain = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(plain, 'latin1')
}
