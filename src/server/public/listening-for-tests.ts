import { type AddressInfo, createServer } from 'node:net'
import type { TestStore } from '../../store/stores-for-tests.ts'
import { openApp, type TestApp } from '../app-for-tests.ts'

/** The application on a port of this machine, for clients that are programs of their own. */
export async function listening(store: TestStore): Promise<{ readonly test: TestApp; readonly base: string }> {
  const port = await freePort()
  const base = `http://localhost:${port}`
  const test = await openApp(store, { options: { port, publicUrl: base } })
  await test.app.listen({ port, host: 'localhost' })
  return { test, base }
}

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, 'localhost', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
