import { readFileSync } from 'node:fs'
import { hostname, networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { type Mailer, printingMailer } from '../adapters/mail/mailer.ts'
import { smtpMailer } from '../adapters/mail/smtp.ts'
import { oidcProvider, type Provider } from '../adapters/oidc/provider.ts'
import { findInPackage } from '../adapters/package/find.ts'
import { newStartCode } from '../people/secrets.ts'
import { type Tiles, tilesFrom } from '../server/tiles.ts'
import type { ServerOptions } from '../server/world.ts'
import { BadCall } from './command.ts'

type Env = Readonly<Record<string, string | undefined>>

const LOOPBACK = ['localhost', '127.0.0.1', '::1']
const EVERYWHERE = ['0.0.0.0', '::']

/** Local only when this machine alone can reach it and no public address is announced. */
export function serverOptions(host: string, port: number, env: Env): ServerOptions {
  return {
    host,
    port,
    local: LOOPBACK.includes(host) && !env.CARNET_URL,
    publicUrl: publicUrl(env.CARNET_URL) ?? `http://${shownHost(host)}:${port}`,
    workshop: env.CARNET_WORKSHOP ?? join(findInPackage('package.json'), '..', 'dist', 'workshop'),
    startCode: newStartCode(),
    copies: { folder: env.CARNET_COPIES_FOLDER, privateNetwork: env.CARNET_COPIES_PRIVATE === '1' },
    tiles: tilesOf(env),
  }
}

function tilesOf(env: Env): Tiles | undefined {
  try {
    return tilesFrom(env)
  } catch (error) {
    if (error instanceof RangeError) throw new BadCall(error.message)
    throw error
  }
}

export function portOf(text: string | undefined): number {
  const port = Number(text ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new BadCall(`J’ai lu --port « ${text} » ; j’attendais un nombre entre 1 et 65535.`)
  return port
}

function publicUrl(text: string | undefined): string | undefined {
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username)
    throw new BadCall(
      `J’ai lu CARNET_URL « ${text} » ; j’attendais une adresse comme https://carnet.epone.fr, sans rien derrière.`,
    )
  return url.origin
}

/** A name that another machine can type. */
function shownHost(host: string): string {
  if (!EVERYWHERE.includes(host)) return host.includes(':') ? `[${host}]` : host
  const addresses = Object.values(networkInterfaces()).flatMap(list => list ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? hostname()
}

/** The town's mail server, or the terminal. */
export function mailerFrom(env: Env, { publicUrl }: ServerOptions, print: (text: string) => void): Mailer {
  if (!env.SMTP_URL) return printingMailer(print)
  const from = env.MAIL_FROM ?? `Carnet <carnet@${new URL(publicUrl).hostname}>`
  const ca = env.SMTP_CA ? readFileSync(env.SMTP_CA, 'utf8') : undefined
  try {
    return smtpMailer({ url: env.SMTP_URL, from, ca })
  } catch (error) {
    if (error instanceof RangeError) throw new BadCall(error.message)
    throw error
  }
}

/** All three settings, or none. */
export function providerFrom(env: Env): Provider | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  if (!issuer && !clientId && !clientSecret) return undefined
  if (!issuer || !clientId || !clientSecret || !URL.canParse(issuer))
    throw new BadCall(
      'Pour entrer par un fournisseur d’identité, j’attendais OIDC_ISSUER (une adresse), OIDC_CLIENT_ID et OIDC_CLIENT_SECRET.',
    )
  return oidcProvider({
    issuer,
    clientId,
    clientSecret,
    name: env.OIDC_NAME ?? new URL(issuer).hostname,
    trustsMails: env.OIDC_TRUST_MAIL === '1',
  })
}
