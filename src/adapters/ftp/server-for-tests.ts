import { createServer } from 'node:net'
import { FtpSrv } from 'ftp-srv'
import { onTestFinished } from 'vitest'
import { CERTIFICATE, KEY } from '../mail/certificate-for-tests.ts'

/** A real FTP server on this folder, by TLS when it is asked (explicit). Answers its port. */
export async function startFtp(root: string, password: string): Promise<number> {
  const port = await freePort()
  const server = new FtpSrv({
    url: `ftp://127.0.0.1:${port}`,
    pasv_url: '127.0.0.1',
    tls: { key: KEY, cert: CERTIFICATE },
    log: SILENT,
  })
  server.on('login', ({ username, password: given }, resolve, reject) =>
    username === 'epone' && given === password ? resolve({ root }) : reject(new Error('no')),
  )
  await server.listen()
  onTestFinished(() => void server.close())
  return port
}

/** ftp-srv takes no port 0: it would not say which it got. */
function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

const none = () => {}
const SILENT = { child: () => SILENT, trace: none, debug: none, info: none, warn: none, error: none, fatal: none }
