import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Keys and passwords of other services, at rest: AES-256-GCM under a key of this instance, in a file of the data folder that only its owner
 * reads. The file is in no archive: what a copy of the database holds opens nothing.
 */
export interface SecretBox {
  /** `whose`: what the secret belongs to; it opens for nothing else. */
  seal(text: string, whose: string): string
  /** Undefined: it was sealed under another key, or for something else. */
  open(sealed: string, whose: string): string | undefined
}

const NAME = 'secrets.key'

export function secretBox(folder: string): SecretBox {
  let key: Buffer | undefined
  return {
    seal(text, whose) {
      key ??= readKey(folder) ?? newKey(folder)
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(whose))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(sealed, whose) {
      key ??= readKey(folder)
      return key && opened(key, Buffer.from(sealed, 'base64url'), whose)
    },
  }
}

function opened(key: Buffer, sealed: Buffer, whose: string): string | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
    decipher.setAAD(Buffer.from(whose)).setAuthTag(sealed.subarray(12, 28))
    return decipher.update(sealed.subarray(28), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return undefined
  }
}

function readKey(folder: string): Buffer | undefined {
  try {
    const key = Buffer.from(readFileSync(join(folder, NAME), 'utf8').trim(), 'base64')
    return key.length === 32 ? key : undefined
  } catch {
    return undefined
  }
}

/** Whole before it has its name, and never over another: two processes that start together end with one key. */
function newKey(folder: string): Buffer {
  const draft = join(folder, `.${NAME}.${randomBytes(4).toString('hex')}`)
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(draft, join(folder, NAME))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  const key = readKey(folder)
  if (!key) throw new Error(`${join(folder, NAME)} is not a key of 32 bytes in base64`)
  return key
}
