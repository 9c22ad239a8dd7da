import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

interface Running {
  readonly url: string
  readonly process: ChildProcess
  readonly output: () => string
  /** Resolves once the terminal says this, or the process ends. */
  says(text: string | RegExp): Promise<string>
  readonly code: Promise<number | null>
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'carnet-start-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** `carnet start`, as a person starts it. */
async function run(args: string[], env: Record<string, string> = {}): Promise<Running> {
  const port = await freePort()
  const given = ['start', '--port', String(port), ...args]
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...given], {
    env: { ...process.env, VITEST: '', CARNET_URL: '', SMTP_URL: '', OIDC_ISSUER: '', DATABASE_URL: '', ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  const heard = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      text += chunk
      for (const hear of heard) hear()
    })
  const code = new Promise<number | null>(resolve => child.on('close', resolve))
  const says = (wanted: string | RegExp) =>
    new Promise<string>(resolve => {
      const look = () => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)) && resolve(text)
      heard.add(look)
      look()
      void code.then(() => resolve(text))
    })
  return { url: `http://localhost:${port}`, process: child, output: () => text, says, code }
}

const session = async (url: string) => (await fetch(`${url}/api/atelier/session`)).json()

test('on this machine: it says where it is, answers under its three names, and stops when asked', async () => {
  const carnet = await run(['--data', folder()])
  expect(await carnet.says('Ctrl+C')).toContain(`Carnet est ouvert : ${carnet.url}`)
  expect(carnet.output()).not.toContain('Code de démarrage')
  expect(await session(carnet.url)).toEqual({ state: 'first-start', codeAsked: false, mailAsked: false })
  expect((await fetch(carnet.url.replace('localhost', '127.0.0.1'))).status).toBe(200)
  carnet.process.kill('SIGTERM')
  expect(await carnet.code).toBe(0)
})

test('elsewhere: the code of the first start is in the terminal; a referent without a mail would lock everybody out', async () => {
  const data = folder()
  const everywhere = await run(['--data', data, '--host', '0.0.0.0'])
  expect(await everywhere.says('Ctrl+C')).toMatch(
    /Code de démarrage, demandé à la première page : [A-Z2-9]{4}-[A-Z2-9]{4}/,
  )
  expect(everywhere.output()).toContain('Sans HTTPS')
  expect(await session(everywhere.url)).toMatchObject({ codeAsked: true })
  everywhere.process.kill('SIGTERM')
  expect(await everywhere.code).toBe(0)

  const local = await run(['--data', data])
  await local.says('Ctrl+C')
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ insee: '78217', name: 'Anne Morel' })
  expect((await fetch(`${local.url}/api/atelier/start`, { method: 'POST', headers, body })).status).toBe(201)
  local.process.kill('SIGTERM')
  await local.code

  const again = await run(['--data', data], { CARNET_URL: 'https://carnet.epone.fr' })
  expect(await again.code).toBe(2)
  expect(again.output()).toContain('Personne ne pourrait entrer')
})

test('a port that is taken: a sentence', async () => {
  const first = await run(['--data', folder()])
  await first.says('Ctrl+C')
  const second = await run(['--data', folder(), '--port', new URL(first.url).port])
  expect(await second.code).toBe(2)
  expect(second.output()).toContain('est déjà pris')
})

test.each([
  [[], { CARNET_URL: 'carnet.epone.fr' }, 'J’ai lu CARNET_URL « carnet.epone.fr »'],
  [[], { CARNET_URL: 'https://epone.fr/carnet' }, 'sans rien derrière'],
  [[], { SMTP_URL: 'mail.epone.fr' }, 'SMTP_URL : j’attendais smtps://'],
  [[], { OIDC_ISSUER: 'https://fca.example' }, 'OIDC_CLIENT_ID'],
  [['--port', 'trois'], {}, 'J’ai lu --port « trois »'],
  [['--host', '203.0.113.9'], {}, 'ce n’est pas une adresse de cet ordinateur'],
])('%j %j is refused in a sentence', async (args, env, sentence) => {
  const carnet = await run(['--data', folder(), ...args], env)
  expect(await carnet.code).toBe(2)
  expect(carnet.output()).toContain(sentence)
})
