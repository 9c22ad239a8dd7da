import { createHash, generateKeyPairSync } from 'node:crypto'
import { closeSync, fstatSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, join } from 'node:path'
import ssh2, { type SFTPWrapper } from 'ssh2'
import { onTestFinished } from 'vitest'

const { Server, utils } = ssh2
const { STATUS_CODE, flagsToString } = utils.sftp
const newKey = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()

export interface SftpServer {
  readonly port: number
  /** `SHA256:…` of its host key. */
  readonly shown: string
  /** Passwords that it heard: none may reach a server whose key is not the one confirmed. */
  readonly heard: string[]
}

/** A real SSH server whose `/copies` is this folder. `posix`: it renames over a file in one go, as OpenSSH does. */
export async function startSftp(root: string, { posix = true, hostKey = newKey() } = {}): Promise<SftpServer> {
  const heard: string[] = []
  const server = new Server({ hostKeys: [hostKey] }, client => {
    client.on('error', () => {})
    client.on('authentication', way => {
      if (way.method !== 'password') return way.reject(['password'])
      heard.push(way.password)
      return way.username === 'epone' && way.password === 'secret' ? way.accept() : way.reject()
    })
    client.on('ready', () =>
      client.on('session', accept => void accept().on('sftp', open => serve(open(), root, posix))),
    )
  })
  const port = await new Promise<number>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  )
  onTestFinished(() => void server.close())
  const parsed = utils.parseKey(hostKey)
  if (parsed instanceof Error) throw parsed
  const key = [parsed].flat()[0]!.getPublicSSH()
  return { port, heard, shown: `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}` }
}

function serve(sftp: SFTPWrapper, root: string, posix: boolean): void {
  const local = (path: string) => (path === '/copies' ? root : join(root, basename(path)))
  const fd = (handle: Buffer) => handle.readUInt32BE(0)
  const done = (id: number, work: () => void) => {
    try {
      work()
      sftp.status(id, STATUS_CODE.OK)
    } catch (error) {
      sftp.status(id, codeOf(error))
    }
  }
  const attributes = (id: number, path: string) => {
    const found = statSync(local(path), { throwIfNoEntry: false })
    if (!found) return sftp.status(id, STATUS_CODE.NO_SUCH_FILE)
    const { mode, uid, gid, size, atimeMs, mtimeMs } = found
    return sftp.attrs(id, { mode, uid, gid, size, atime: atimeMs / 1000, mtime: mtimeMs / 1000 })
  }
  sftp.on('STAT', attributes)
  sftp.on('LSTAT', attributes)
  sftp.on('REALPATH', (id, path) => sftp.name(id, [{ filename: path, longname: path, attrs: {} as never }]))
  sftp.on('OPEN', (id, path, flags) => {
    try {
      const handle = Buffer.alloc(4)
      handle.writeUInt32BE(openSync(local(path), flagsToString(flags) ?? 'r'))
      sftp.handle(id, handle)
    } catch (error) {
      sftp.status(id, codeOf(error))
    }
  })
  sftp.on('FSTAT', (id, handle) => {
    const { mode, uid, gid, size, atimeMs, mtimeMs } = fstatSync(fd(handle))
    sftp.attrs(id, { mode, uid, gid, size, atime: atimeMs / 1000, mtime: mtimeMs / 1000 })
  })
  sftp.on('WRITE', (id, handle, offset, data) =>
    done(id, () => void writeSync(fd(handle), data, 0, data.length, offset)),
  )
  sftp.on('READ', (id, handle, offset, length) => {
    const bytes = Buffer.alloc(length)
    const read = readSync(fd(handle), bytes, 0, length, offset)
    return read === 0 ? sftp.status(id, STATUS_CODE.EOF) : sftp.data(id, bytes.subarray(0, read))
  })
  sftp.on('FSETSTAT', id => done(id, () => {}))
  sftp.on('SETSTAT', id => done(id, () => {}))
  sftp.on('CLOSE', (id, handle) => done(id, () => closeSync(fd(handle))))
  sftp.on('REMOVE', (id, path) => done(id, () => rmSync(local(path))))
  // The protocol's own rename never takes the place of a file.
  sftp.on('RENAME', (id, from, to) =>
    readdirSync(root).includes(basename(to))
      ? sftp.status(id, STATUS_CODE.FAILURE)
      : done(id, () => renameSync(local(from), local(to))),
  )
  sftp.on('EXTENDED', (id, name, data) => {
    if (!posix || name !== 'posix-rename@openssh.com') return sftp.status(id, STATUS_CODE.OP_UNSUPPORTED)
    const length = data.readUInt32BE(0)
    const [from, to] = [data.subarray(4, 4 + length), data.subarray(8 + length)].map(part => part.toString('utf8'))
    return done(id, () => renameSync(local(from!), local(to!)))
  })
}

const codeOf = (error: unknown): number =>
  (error as NodeJS.ErrnoException).code === 'ENOENT' ? STATUS_CODE.NO_SUCH_FILE : STATUS_CODE.FAILURE
