import type { Configuration } from 'openid-client'

export interface OidcOptions {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What the button says: « ProConnect ». */
  readonly name: string
  /** This provider verifies every mail and does not say so (`email_verified`) in its answers. */
  readonly trustsMails: boolean
}

/** What the browser keeps while it is at the provider's. */
export interface Journey {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface ProviderAnswer {
  readonly issuer: string
  readonly subject: string
  readonly mail?: string | undefined
  readonly mailVerified: boolean
}

/** One identity provider, by OpenID Connect: authorization code, with state, nonce and PKCE. */
export interface Provider {
  readonly name: string
  leave(returnUrl: string): Promise<{ readonly url: string; readonly journey: Journey }>
  /** `came`: the whole address that the browser came back to. Throws when the answer is not for this journey. */
  comeBack(came: URL, journey: Journey): Promise<ProviderAnswer>
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The package is loaded, and the provider asked for its addresses, at the first sign-in; a provider that was down is asked again. */
export function oidcProvider(options: OidcOptions): Provider {
  let discovered: Promise<Configuration> | undefined
  const configuration = () =>
    (discovered ??= discover(options).catch(error => {
      discovered = undefined
      throw error
    }))
  return {
    name: options.name,
    leave: async returnUrl => leave(await configuration(), returnUrl),
    comeBack: async (came, journey) => comeBack(await configuration(), came, journey, options.trustsMails),
  }
}

async function discover({ issuer, clientId, clientSecret }: OidcOptions): Promise<Configuration> {
  const { discovery, ClientSecretPost, allowInsecureRequests, enableNonRepudiationChecks } = await import(
    'openid-client'
  )
  const url = new URL(issuer)
  // In clear only to this very machine: a provider of tests, or behind a local relay.
  const inClear = url.protocol === 'http:' && LOOPBACK.has(url.hostname) ? [allowInsecureRequests] : []
  // Signatures are verified even of tokens that come straight from the provider: the package does not by itself.
  const execute = [...inClear, enableNonRepudiationChecks]
  return discovery(url, clientId, undefined, ClientSecretPost(clientSecret), { execute, timeout: 15 })
}

async function leave(configuration: Configuration, returnUrl: string) {
  const client = await import('openid-client')
  const journey: Journey = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  }
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: returnUrl,
    scope: 'openid email',
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
  })
  return { url: url.href, journey }
}

async function comeBack(
  configuration: Configuration,
  came: URL,
  { state, nonce, verifier }: Journey,
  trustsMails: boolean,
): Promise<ProviderAnswer> {
  const client = await import('openid-client')
  const tokens = await client.authorizationCodeGrant(configuration, came, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()!
  const more =
    claims.email === undefined ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub) : claims
  return {
    issuer: configuration.serverMetadata().issuer,
    subject: claims.sub,
    mail: typeof more.email === 'string' ? more.email : undefined,
    mailVerified: more.email_verified === true || (trustsMails && more.email_verified === undefined),
  }
}
