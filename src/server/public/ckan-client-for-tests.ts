/**
 * A client as strict as `ckanapi`, that reads answers by the same rules (ckanapi/common.py, `reverse_apicontroller_action`): an envelope of JSON, a
 * result under `success`, else an error told by its `__type`. Anything else is an answer of another server.
 */
export class CkanClient {
  constructor(readonly home: string) {}

  /** As `RemoteCKAN.call_action`: a POST of JSON, without the version. */
  action(name: string, params: object = {}): Promise<unknown> {
    return this.read(`${this.home}/api/action/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'ckanapi/4.11' },
      body: JSON.stringify(params),
    })
  }

  /** As `RemoteCKAN(get_only=True)`. */
  get(name: string, params: Record<string, string> = {}): Promise<unknown> {
    return this.read(`${this.home}/api/3/action/${name}?${new URLSearchParams(params)}`)
  }

  /** As `curl -d`: a form, or JSON under the name of a form. */
  form(name: string, body: string): Promise<unknown> {
    return this.read(`${this.home}/api/3/action/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    })
  }

  private async read(url: string, init?: RequestInit): Promise<unknown> {
    const response = await fetch(url, init)
    const type = response.headers.get('content-type') ?? ''
    if (!type.startsWith('application/json')) throw new Error(`not a CKAN: ${type}`)
    const parsed = (await response.json()) as Partial<Envelope>
    if (parsed.success === true) {
      if (response.status !== 200 || typeof parsed.help !== 'string') throw new Error('not a CKAN: envelope')
      return parsed.result
    }
    if (parsed.success !== false || typeof parsed.error?.__type !== 'string') throw new Error('not a CKAN: error')
    throw new CkanClientError(parsed.error.__type, parsed.error.message ?? '', response.status)
  }
}

interface Envelope {
  readonly help: string
  readonly success: boolean
  readonly result: unknown
  readonly error: { readonly __type: string; readonly message?: string }
}

export class CkanClientError extends Error {
  constructor(
    readonly type: string,
    message: string,
    readonly status: number,
  ) {
    super(message)
  }
}
