import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** Where Debian puts its programs, latest first; elsewhere, those of the PATH. */
export function postgresPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map(version => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')]
  return folders.find(folder => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')))
}

/** A new empty database in the tests' own cluster, which is started if it is not: its address. */
export async function newPostgresDatabase(): Promise<string> {
  const folder = process.env.CARNET_TEST_POSTGRES
  if (!folder) throw new Error('test/start-postgres.ts did not run: see globalSetup in vitest.config.ts')
  await started(folder)
  const name = `carnet_${randomBytes(6).toString('hex')}`
  const client = new pg.Client(address(folder, 'postgres'))
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return address(folder, name)
}

const address = (folder: string, database: string) =>
  `postgresql:///${database}?host=${encodeURIComponent(folder)}&user=postgres`

/** Several test files run at once: the first to make the folder starts the cluster, the others wait for it. */
async function started(folder: string): Promise<void> {
  const ready = join(folder, 'ready')
  if (existsSync(ready)) return
  try {
    mkdirSync(join(folder, 'starting'))
  } catch {
    for (let n = 0; n < 600 && !existsSync(ready); n++) await pause(100)
    if (!existsSync(ready)) throw new Error(`PostgreSQL did not start: see ${folder}/log`)
    return
  }
  startCluster(folder)
  writeFileSync(ready, '')
}

/** It listens on a socket of its own folder, on no port: two runs of the tests at once do not meet. */
function startCluster(folder: string): void {
  const owner = postgresOwner()
  if (owner) chownSync(folder, owner.uid, owner.gid)
  chmodSync(folder, 0o755)
  const run = (program: string, args: string[]) =>
    execFileSync(join(postgresPrograms() ?? '', program), args, { ...owner, cwd: folder, stdio: 'ignore' })
  const data = join(folder, 'data')
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'])
  const options = `-k ${folder} -c listen_addresses= -c max_connections=100 -c shared_buffers=32MB -c unix_socket_permissions=0777`
  run('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-o', options, '-w', '-t', '60', 'start'])
}

export function stopPostgres(folder: string): void {
  const data = join(folder, 'data')
  if (!existsSync(join(data, 'postmaster.pid'))) return
  const args = ['-D', data, '-m', 'immediate', '-w', 'stop']
  spawnSync(join(postgresPrograms() ?? '', 'pg_ctl'), args, { ...postgresOwner(), cwd: folder, stdio: 'ignore' })
}

/** PostgreSQL refuses to run as root: the account that its package made. */
function postgresOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
