import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { readForm, startServer, type TestServer } from '../server-for-tests.ts'

interface CkanResource {
  [field: string]: unknown
  id: string
  name: string
  bytes: Buffer
}
export interface CkanSet {
  [field: string]: unknown
  id: string
  name: string
  title: string
  state: string
  extras: { key: string; value: string }[]
  tags: { name: string }[]
  resources: CkanResource[]
}
export interface CkanServer extends TestServer {
  readonly sets: Map<string, CkanSet>
  open(key: string): void
}
type Body = Record<string, unknown>

/** CKAN's actions as ckan/logic answers and refuses them. Its own list of licences has no Licence Ouverte. */
export async function startCkan(): Promise<CkanServer> {
  const sets = new Map<string, CkanSet>()
  const state = { key: 'jeton' }
  const server = await startServer(app => {
    const ok = (result: unknown) => ({ help: '', success: true, result })
    const fail = (reply: FastifyReply, status: number, error: Body) =>
      reply.code(status).send({ help: '', success: false, error })
    const missing = (reply: FastifyReply) => fail(reply, 404, { __type: 'Not Found Error', message: 'Not found' })
    const invalid = (reply: FastifyReply, error: Body) => fail(reply, 409, { ...error, __type: 'Validation Error' })
    const find = (id: unknown) => sets.get(String(id)) ?? [...sets.values()].find(({ name }) => name === id)
    const shown = ({ resources, ...set }: CkanSet) => ({
      ...set,
      organization: set.owner_org ? { id: ORGANIZATION_ID, name: 'ville-epone' } : null,
      owner_org: set.owner_org ? ORGANIZATION_ID : null,
      resources: resources.map(({ bytes: _, ...resource }) => resource),
    })
    app.addHook('preHandler', async (request, reply) => {
      if (request.method === 'GET' && !request.url.includes('for_user')) return
      if (request.headers.authorization !== state.key)
        return fail(reply, 403, { __type: 'Authorization Error', message: 'Access denied' })
    })
    const action = (name: string, work: (body: Body, reply: FastifyReply, request: FastifyRequest) => unknown) => {
      const url = `/api/3/action/${name}`
      app.get(url, (request, reply) => work(request.query as Body, reply, request))
      app.post(url, (request, reply) => work(request.body as Body, reply, request))
    }
    action('organization_list_for_user', () =>
      ok([{ id: ORGANIZATION_ID, name: 'ville-epone', title: 'Ville d’Épône' }]),
    )
    action('license_list', () => ok([{ id: 'notspecified' }, { id: 'odc-odbl' }, { id: 'other-open' }]))
    action('package_show', ({ id }, reply) => {
      const set = find(id)
      return set ? ok(shown(set)) : missing(reply)
    })
    action('package_create', (body, reply) => {
      const errors = validate(body)
      if (find(body.name)) errors.name = ['That URL is already in use.']
      if (Object.keys(errors).length > 0) return invalid(reply, errors)
      const set = {
        tags: [],
        extras: [],
        ...body,
        id: randomUUID(),
        state: 'active',
        resources: [],
      } as unknown as CkanSet
      sets.set(set.id, set)
      return ok(shown(set))
    })
    action('package_patch', (body, reply) => {
      const set = find(body.id)
      if (!set) return missing(reply)
      const errors = validate({ ...set, ...body })
      if (Object.keys(errors).length > 0) return invalid(reply, errors)
      return ok(shown(Object.assign(set, body, { id: set.id })))
    })
    action('package_delete', ({ id }, reply) => {
      const set = find(id)
      if (!set) return missing(reply)
      set.state = 'deleted'
      return ok(null)
    })
    action('package_resource_reorder', ({ id, order }, reply) => {
      const set = find(id)
      if (!set) return missing(reply)
      const ids = order as string[]
      set.resources.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
      return ok({ id, order })
    })
    const received = (resource: CkanResource, fields: Body, bytes: Buffer) =>
      Object.assign(resource, fields, { bytes, size: bytes.length, last_modified: new Date().toISOString() })
    const answer = ({ bytes: _, ...resource }: CkanResource) => ok(resource)
    app.post('/api/3/action/resource_create', async (request, reply) => {
      const resource: CkanResource = { id: randomUUID(), name: '', bytes: Buffer.alloc(0) }
      const { fields, file } = await readForm(request)
      const set = find(fields.package_id)
      if (!set) return missing(reply)
      if (file?.field !== 'upload') return invalid(reply, { upload: ['Missing value'] })
      const { package_id: _, ...rest } = fields
      set.resources.push(received(resource, rest, file.bytes))
      return answer(resource)
    })
    app.post('/api/3/action/resource_patch', async (request, reply) => {
      const { fields, file } = await readForm(request)
      const resource = [...sets.values()].flatMap(({ resources }) => resources).find(({ id }) => id === fields.id)
      if (!resource) return missing(reply)
      if (file?.field !== 'upload') return invalid(reply, { upload: ['Missing value'] })
      return answer(received(resource, fields, file.bytes))
    })
    action('resource_delete', ({ id }, reply) => {
      for (const { resources } of sets.values()) {
        const at = resources.findIndex(one => one.id === id)
        if (at >= 0) return resources.splice(at, 1) && ok(null)
      }
      return missing(reply)
    })
  })
  return Object.assign(server, { sets, open: (key: string) => void (state.key = key) })
}

const ORGANIZATION_ID = '8c1e5f0a-0000-4000-8000-000000000001'

function validate({ name, title, tags, owner_org, private: hidden }: Body): Record<string, string[]> {
  const errors: Record<string, string[]> = {}
  if (!/^[a-z0-9_-]{2,100}$/.test(String(name)))
    errors.name = ['Must be purely lowercase alphanumeric (ascii) characters and these symbols: -_']
  if (!title) errors.title = ['Missing value']
  if (owner_org && ![ORGANIZATION_ID, 'ville-epone'].includes(String(owner_org)))
    errors.owner_org = ['Organization does not exist']
  if (hidden && !owner_org) errors.private = ['Datasets with no organization can’t be private.']
  for (const { name } of (tags ?? []) as { name: string }[])
    if (!/^[\p{L}\p{N} _.-]{2,100}$/u.test(name))
      errors.tags = [`Tag "${name}" must be alphanumeric characters or symbols: -_.`]
  return errors
}
