import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface TestUser {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
}
/** What a dishonest or broken provider would do. */
export interface Faults {
  readonly nonce?: string
  readonly audience?: string
  readonly foreignKey?: boolean
  /** Mail only told by the userinfo address, as ProConnect does. */
  readonly mailApart?: boolean
}
export interface TestProvider {
  readonly issuer: string
  /** Who is signed in there. */
  user: TestUser
  faults: Faults
  /** What a browser gets when it goes to this address: where it is sent back. */
  visit(url: string): Promise<string>
}

export const CLIENT = { clientId: 'carnet', clientSecret: 'secret of the client' }

interface Granted {
  readonly user: TestUser
  readonly challenge: string
  readonly nonce: string
  readonly redirect: string
}

/** An identity provider on this machine that speaks OpenID Connect: discovery, keys, code with PKCE, signed tokens, userinfo. */
export async function startProvider(): Promise<TestProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, Granted>()
  const tokens = new Map<string, TestUser>()
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>(resolve => server.close(() => resolve())))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider: TestProvider = {
    issuer,
    user: { sub: 'u-1', email: 'anne@epone.fr', email_verified: true },
    faults: {},
    visit: async url => (await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '',
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer)
    const json = (status: number, body: unknown) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(200, configuration(issuer))
      case '/keys':
        return json(200, {
          keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' }],
        })
      case '/authorize':
        return void response.writeHead(302, { location: authorize(url.searchParams) }).end()
      case '/token': {
        const grant = redeem(new URLSearchParams(await bodyOf(request)))
        return grant ? json(200, grant) : json(400, { error: 'invalid_grant' })
      }
      case '/userinfo': {
        const user = tokens.get(request.headers.authorization?.replace('Bearer ', '') ?? '')
        return user ? json(200, user) : json(401, { error: 'invalid_token' })
      }
      default:
        return json(404, {})
    }
  }

  function authorize(asked: URLSearchParams): string {
    const code = randomBytes(16).toString('hex')
    const redirect = asked.get('redirect_uri') ?? ''
    codes.set(code, {
      user: provider.user,
      challenge: asked.get('code_challenge') ?? '',
      nonce: asked.get('nonce') ?? '',
      redirect,
    })
    const back = new URL(redirect)
    back.searchParams.set('code', code)
    back.searchParams.set('state', asked.get('state') ?? '')
    return back.href
  }

  function redeem(given: URLSearchParams): object | undefined {
    const granted = codes.get(given.get('code') ?? '')
    codes.delete(given.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(given.get('code_verifier') ?? '')
      .digest('base64url')
    const isRight =
      granted?.challenge === challenge &&
      granted.redirect === given.get('redirect_uri') &&
      given.get('client_id') === CLIENT.clientId &&
      given.get('client_secret') === CLIENT.clientSecret
    if (!granted || !isRight) return undefined
    const access = randomBytes(16).toString('hex')
    tokens.set(access, granted.user)
    const { faults } = provider
    const key = (faults.foreignKey ? foreign : keys).privateKey
    const now = Math.floor(Date.now() / 1000)
    const who = faults.mailApart ? { sub: granted.user.sub } : granted.user
    const claims = { iss: issuer, aud: faults.audience ?? CLIENT.clientId, iat: now, exp: now + 60, ...who }
    const id_token = signed({ ...claims, nonce: faults.nonce ?? granted.nonce }, key)
    return { access_token: access, token_type: 'Bearer', expires_in: 60, id_token }
  }
  return provider
}

const configuration = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  code_challenge_methods_supported: ['S256'],
})

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

function signed(claims: object, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'RS256', kid: '1', typ: 'JWT' })}.${part(claims)}`
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`
}
