import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Place } from '../../adapters/connector.ts'
import { copyForTests } from '../../adapters/copy-for-tests.ts'
import { folder } from '../../adapters/folder/folder.ts'
import { ftp } from '../../adapters/ftp/ftp.ts'
import { startFtp } from '../../adapters/ftp/server-for-tests.ts'
import { CERTIFICATE } from '../../adapters/mail/certificate-for-tests.ts'
import { startSftp } from '../../adapters/sftp/server-for-tests.ts'
import { sftp } from '../../adapters/sftp/sftp.ts'
import { sender } from './sender-for-tests.ts'

const NEWER = copyForTests({ csv: 'id,nom\n1,Mairie\n2,Gymnase\n' })
const NAMES = ['defibrillateurs.csv', 'defibrillateurs.fiche.txt', 'defibrillateurs.geojson']

function newFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'carnet-copies-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

type Opened = { readonly root: string; readonly place: Place }
const WAYS: Readonly<Record<string, () => Promise<Opened>>> = {
  'a folder': async () => {
    const root = newFolder()
    return { root, place: folder({ path: root }) }
  },
  FTP: async () => {
    const root = newFolder()
    const port = await startFtp(root, 'secret')
    const settings = { host: '127.0.0.1', port, user: 'epone', folder: '/', secure: false }
    return { root, place: ftp(settings, 'secret', 'anywhere') }
  },
  'FTP by TLS': async () => {
    const root = newFolder()
    const port = await startFtp(root, 'secret')
    const settings = { host: 'localhost', port, user: 'epone', folder: '/', secure: true }
    return { root, place: ftp(settings, 'secret', 'anywhere', CERTIFICATE) }
  },
  SFTP: async () => {
    const root = newFolder()
    const { port, shown } = await startSftp(root)
    const settings = { host: '127.0.0.1', port, user: 'epone', folder: '/copies', hostKey: shown }
    return { root, place: sftp(settings, 'secret', 'anywhere') }
  },
  'SFTP that never renames over a file': async () => {
    const root = newFolder()
    const { port, shown } = await startSftp(root, { posix: false })
    const settings = { host: '127.0.0.1', port, user: 'epone', folder: '/copies', hostKey: shown }
    return { root, place: sftp(settings, 'secret', 'anywhere') }
  },
}

describe.each(Object.entries(WAYS))('%s', (_, open) => {
  test('files and fiche are put, replaced and taken away; nothing half written stays', async () => {
    const { root, place } = await open()
    onTestFinished(() => place.close?.())
    const text = (name: string) => readFileSync(join(root, name), 'utf8')
    const send = sender(place)
    expect(await send(copyForTests())).toMatchObject({ type: 'there', done: true })
    expect(readdirSync(root).sort()).toEqual(NAMES)
    expect(text('defibrillateurs.csv')).toBe('id,nom\n1,Mairie\n')
    expect(text('defibrillateurs.fiche.txt')).toContain('https://carnet.epone.example/jeux/defibrillateurs')
    await send(NEWER)
    expect([readdirSync(root).sort(), text('defibrillateurs.csv')]).toEqual([NAMES, 'id,nom\n1,Mairie\n2,Gymnase\n'])
    expect(await send(NEWER)).toMatchObject({ done: false })

    writeFileSync(join(root, 'defibrillateurs.csv'), 'à la main')
    expect(await send(NEWER)).toMatchObject({ type: 'asks', changes: [{ what: 'file:csv' }] })
    expect(text('defibrillateurs.csv')).toBe('à la main')
    await send(NEWER, 'replace')
    await place.withdraw(send.memory().id!, 'mark', NEWER, 'adresses fausses')
    expect(text('defibrillateurs.fiche.txt')).toContain('La commune ne publie plus ces données : adresses fausses')
    await place.withdraw(send.memory().id!, 'remove', NEWER, 'adresses fausses')
    expect(readdirSync(root)).toEqual([])
  })

  test('a file of the same name that was there before is not covered unasked', async () => {
    const { root, place } = await open()
    onTestFinished(() => place.close?.())
    writeFileSync(join(root, 'defibrillateurs.csv'), 'à quelqu’un')
    expect(await sender(place)(copyForTests())).toMatchObject({ type: 'asks', changes: [{ what: 'file:csv' }] })
    expect(readdirSync(root)).toEqual(['defibrillateurs.csv'])
  })

  test('a set that was renamed has its files renamed', async () => {
    const { root, place } = await open()
    onTestFinished(() => place.close?.())
    const send = sender(place)
    await send(copyForTests())
    await send(copyForTests({ slug: 'dae', geojson: null }))
    expect(readdirSync(root).sort()).toEqual(['dae.csv', 'dae.fiche.txt'])
  })
})

test('SFTP: no password goes to a server that shows another key, or one not yet confirmed', async () => {
  const server = await startSftp(newFolder())
  const settings = { host: '127.0.0.1', port: server.port, user: 'epone', folder: '/copies', hostKey: '' }
  expect(await sftp(settings, 'secret', 'anywhere').check()).toMatchObject({ hostKey: server.shown })
  const other = { ...settings, hostKey: 'SHA256:autre' }
  await expect(sender(sftp(other, 'secret', 'anywhere'))(copyForTests())).rejects.toMatchObject({
    kind: 'wrong',
    message: expect.stringContaining('ne se présente plus avec la même empreinte'),
  })
  expect(server.heard).toEqual([])
  const confirmed = { ...settings, hostKey: server.shown }
  expect(await sftp(confirmed, 'secret', 'anywhere').check()).toMatchObject({
    sentence: 'Le serveur 127.0.0.1 vous reconnaît, et le dossier y est.',
  })
})

test('a password that is refused is told as such, by each', async () => {
  const { port, shown } = await startSftp(newFolder())
  const ssh = { host: '127.0.0.1', port, user: 'epone', folder: '/copies', hostKey: shown }
  await expect(sftp(ssh, 'faux', 'anywhere').check()).rejects.toMatchObject({ kind: 'key' })
  const plain = {
    host: '127.0.0.1',
    port: await startFtp(newFolder(), 'secret'),
    user: 'epone',
    folder: '/',
    secure: false,
  }
  await expect(ftp(plain, 'faux', 'anywhere').check()).rejects.toMatchObject({ kind: 'key' })
})

test('FTP by TLS: a certificate that nobody vouches for stops everything', async () => {
  const settings = {
    host: 'localhost',
    port: await startFtp(newFolder(), 'secret'),
    user: 'epone',
    folder: '/',
    secure: true,
  }
  await expect(ftp(settings, 'secret', 'anywhere').check()).rejects.toMatchObject({
    kind: 'wrong',
    message: expect.stringContaining('certificat'),
  })
})

test('from where others are, a private address is never reached', async () => {
  const ssh = { host: 'localhost', port: 22, user: 'epone', folder: '/', hostKey: '' }
  await expect(sftp(ssh, 'x', 'public').check()).rejects.toThrow('n’est pas une adresse publique')
  const plain = { host: '10.0.0.8', port: 21, user: 'epone', folder: '/', secure: true }
  await expect(ftp(plain, 'x', 'public').check()).rejects.toThrow('n’est pas une adresse publique')
})

test('a folder that is not there, or not ours, is told; none is made', async () => {
  const root = newFolder()
  await expect(folder({ path: join(root, 'absent') }).check()).rejects.toMatchObject({ kind: 'later' })
  expect(readdirSync(root)).toEqual([])
  chmodSync(root, 0o500)
  if (process.getuid?.() !== 0) await expect(folder({ path: root }).check()).rejects.toMatchObject({ kind: 'key' })
  chmodSync(root, 0o700)
})
