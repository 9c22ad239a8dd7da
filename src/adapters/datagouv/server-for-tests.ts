import { createHash, randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Form, readForm, startServer, type TestServer } from '../server-for-tests.ts'

export interface UdataResource {
  id: string
  title: string
  description?: string
  url: string
  schema?: unknown
  checksum: { type: string; value: string }
  bytes: Buffer
}
export interface UdataSet {
  [field: string]: unknown
  id: string
  title: string
  description: string
  resources: UdataResource[]
}
export interface Udata extends TestServer {
  readonly sets: Map<string, UdataSet>
  /** From now on this key alone opens. */
  open(key: string): void
}

const LISTS = {
  licenses: [{ id: 'lov2' }, { id: 'odc-odbl' }, { id: 'notspecified' }],
  frequencies: [
    'unknown',
    'daily',
    'weekly',
    'monthly',
    'quarterly',
    'semiannual',
    'annual',
    'irregular',
    'punctual',
  ].map(id => ({ id })),
  schemas: [
    { name: 'etalab/schema-dae', versions: ['1.0.7'] },
    { name: 'etalab/schema-stationnement', versions: [] },
  ],
}
const FORM = [
  'title',
  'description',
  'license',
  'frequency',
  'tags',
  'temporal_coverage',
  'spatial',
  'extras',
  'organization',
  'private',
  'archived',
]
const HEX = /^[0-9a-f]{24}$/

/** data.gouv.fr as its own code refuses and answers (udata/core/dataset/api.py and its forms): what it would refuse is refused here. */
export async function startUdata(): Promise<Udata> {
  const sets = new Map<string, UdataSet>()
  const chunks = new Map<string, Map<number, Buffer>>()
  const state = { key: 'la-cle' }
  const server = await startServer(app => {
    const page = ({ id }: UdataSet) => `${server.address}/datasets/${id}/`
    const shown = ({ resources, organization, ...set }: UdataSet) => ({
      ...set,
      organization: organization ? { id: organization, name: 'Ville d’Épône' } : null,
      page: page({ id: set.id } as UdataSet),
      deleted: set.deleted ?? null,
      resources: resources.map(({ bytes: _, ...resource }) => resource),
    })
    const fail = (reply: FastifyReply, status: number, message: string) => reply.code(status).send({ message })
    app.addHook('preHandler', async (request, reply) => {
      const open = request.method === 'GET' && !request.url.includes('/me/')
      if (open) return
      if (request.headers['x-api-key'] !== state.key) return fail(reply, 401, 'Invalid API Key')
    })
    const setOf = (request: FastifyRequest, reply: FastifyReply): UdataSet | undefined => {
      const set = sets.get((request.params as { id: string }).id)
      if (!set) void fail(reply, 404, 'Dataset not found')
      else if (set.deleted) void fail(reply, 410, 'Dataset has been deleted')
      return set && !set.deleted ? set : undefined
    }

    app.get('/api/1/me/', () => ({
      first_name: 'Anne',
      last_name: 'Morel',
      organizations: [{ id: ORGANIZATION, name: 'Ville d’Épône' }],
    }))
    app.get('/api/1/datasets/licenses/', () => LISTS.licenses)
    app.get('/api/1/datasets/frequencies/', () => LISTS.frequencies)
    app.get('/api/1/datasets/schemas/', () => LISTS.schemas)
    const page2 = (request: FastifyRequest, all: UdataSet[]) => {
      const { page = '1', page_size = '20' } = request.query as Record<string, string>
      const [number, size] = [Number(page), Math.min(Number(page_size), 3)]
      const start = (number - 1) * size
      return {
        data: all.slice(start, start + size).map(shown),
        next_page: start + size < all.length ? `${server.address}/?page=${number + 1}` : null,
      }
    }
    app.get('/api/1/organizations/:org/datasets/', request => {
      const { org } = request.params as { org: string }
      return page2(
        request,
        [...sets.values()].filter(set => set.organization === org && !set.deleted),
      )
    })
    app.get('/api/1/me/datasets/', request =>
      page2(
        request,
        [...sets.values()].filter(set => !set.organization),
      ),
    )

    app.post('/api/1/datasets/', (request, reply) => {
      const errors = validate(request.body as Record<string, unknown>)
      if (errors) return reply.code(400).send({ errors })
      const id = createHash('sha256').update(randomUUID()).digest('hex').slice(0, 24)
      const set = { ...normal(request.body as Record<string, unknown>), id, resources: [] } as unknown as UdataSet
      sets.set(id, set)
      return reply.code(201).send(shown(set))
    })
    app.get('/api/1/datasets/:id/', (request, reply) => {
      const set = setOf(request, reply)
      return set ? shown(set) : reply
    })
    app.put('/api/1/datasets/:id/', (request, reply) => {
      const set = setOf(request, reply)
      if (!set) return reply
      const errors = validate(request.body as Record<string, unknown>)
      if (errors) return reply.code(400).send({ errors })
      return shown(Object.assign(set, normal(request.body as Record<string, unknown>)))
    })
    app.delete('/api/1/datasets/:id/', (request, reply) => {
      const set = setOf(request, reply)
      if (!set) return reply
      set.deleted = new Date(0).toISOString()
      return reply.code(204).send()
    })

    /** One piece, or the pieces put together; undefined: a piece was kept, or the sending was refused. */
    const received = async (form: Form, reply: FastifyReply): Promise<{ name: string; bytes: Buffer } | undefined> => {
      const { uuid, filename, totalparts, partindex } = form.fields
      const name = filename ?? form.file?.name ?? ''
      if (!/\.(csv|geojson|json|xlsx|ods|txt|zip)$/.test(name)) return void fail(reply, 415, 'Unsupported file type')
      if (
        form.file &&
        (/html/.test(form.file.type) || /^\s*<(!doctype html|html)/i.test(form.file.bytes.toString('utf8')))
      )
        return void fail(reply, 415, 'Incorrect file content type: HTML')
      if (!totalparts) {
        if (form.file?.field !== 'file') return void fail(reply, 400, 'Missing file')
        return { name, bytes: form.file.bytes }
      }
      const parts = chunks.get(uuid!) ?? new Map<number, Buffer>()
      chunks.set(uuid!, parts)
      if (form.file) {
        const length = [...parts]
          .filter(([index]) => index < Number(partindex))
          .reduce((sum, [, part]) => sum + part.length, 0)
        if (Number(form.fields.partbyteoffset) !== length) return void fail(reply, 400, 'Wrong offset')
        if (Number(form.fields.chunksize) !== form.file.bytes.length) return void fail(reply, 400, 'Wrong size')
        parts.set(Number(partindex), form.file.bytes)
        return void reply.code(200).send({ success: true })
      }
      if (parts.size !== Number(totalparts)) return void fail(reply, 400, 'Missing chunks')
      return { name, bytes: Buffer.concat([...parts].sort(([a], [b]) => a - b).map(([, part]) => part)) }
    }
    const fileOf = ({ name, bytes }: { name: string; bytes: Buffer }) => ({
      url: `${server.address}/resources/${randomUUID()}/${name}`,
      checksum: { type: 'sha1', value: createHash('sha1').update(bytes).digest('hex') },
      last_modified: new Date().toISOString(),
      bytes,
    })
    app.post('/api/1/datasets/:id/upload/', async (request, reply) => {
      const set = setOf(request, reply)
      if (!set) return reply
      const file = await received(await readForm(request), reply)
      if (!file) return reply
      const resource: UdataResource = { id: randomUUID(), title: file.name, ...fileOf(file) }
      // udata puts the newest first.
      set.resources.unshift(resource)
      const { bytes: _, ...answer } = resource
      return reply.code(201).send({ ...answer, success: true })
    })
    const resourceOf = (request: FastifyRequest, reply: FastifyReply, set: UdataSet) => {
      const found = set.resources.find(({ id }) => id === (request.params as { rid: string }).rid)
      if (!found) void fail(reply, 404, 'Resource does not exist')
      return found
    }
    app.post('/api/1/datasets/:id/resources/:rid/upload/', async (request, reply) => {
      const set = setOf(request, reply)
      const resource = set && resourceOf(request, reply, set)
      if (!resource) return reply
      const file = await received(await readForm(request), reply)
      if (!file) return reply
      const { bytes: _, ...answer } = Object.assign(resource, fileOf(file))
      return { ...answer, success: true }
    })
    app.put('/api/1/datasets/:id/resources/:rid/', (request, reply) => {
      const set = setOf(request, reply)
      const resource = set && resourceOf(request, reply, set)
      if (!resource) return reply
      const { title, schema, ...rest } = request.body as { title?: string; schema?: { name?: string; url?: string } }
      if (!title) return reply.code(400).send({ errors: { title: ['This field is required.'] } })
      if (schema?.name && !LISTS.schemas.some(({ name }) => name === schema.name))
        return reply.code(400).send({ errors: { schema: [`Schema name "${schema.name}" is not an allowed value`] } })
      if (schema && !schema.name && !schema.url)
        return reply.code(400).send({ errors: { schema: ['Name or URL must be provided'] } })
      const { bytes: _, ...answer } = Object.assign(resource, { title, schema, ...rest })
      return answer
    })
    app.delete('/api/1/datasets/:id/resources/:rid/', (request, reply) => {
      const set = setOf(request, reply)
      const resource = set && resourceOf(request, reply, set)
      if (!set || !resource) return reply
      set.resources.splice(set.resources.indexOf(resource), 1)
      return reply.code(204).send()
    })
    app.post('/api/1/datasets/:id/resources/', (_, reply) =>
      fail(reply, 400, 'This endpoint only supports remote resources'),
    )
    app.put('/api/1/datasets/:id/resources/', (request, reply) => {
      const set = setOf(request, reply)
      if (!set) return reply
      const order = (request.body as { id: string }[]).map(({ id }) => set.resources.find(one => one.id === id))
      if (order.length !== set.resources.length || order.includes(undefined))
        return fail(reply, 400, 'All resources must be reordered')
      set.resources = order as UdataResource[]
      return shown(set).resources
    })
  })
  return Object.assign(server, { sets, open: (key: string) => void (state.key = key) })
}

export const ORGANIZATION = '5bbb6d6cff66bd4dc17bfd5a'

function validate(body: Record<string, unknown>): Record<string, string[]> | undefined {
  const errors: Record<string, string[]> = {}
  for (const field of ['title', 'description']) if (!body[field]) errors[field] = ['This field is required.']
  if (!LISTS.licenses.some(({ id }) => id === body.license)) errors.license = ['Unknown license']
  if (!LISTS.frequencies.some(({ id }) => id === body.frequency)) errors.frequency = ['Not a valid choice']
  if (body.organization && !HEX.test(String(body.organization))) errors.organization = ['Invalid identifier']
  for (const tag of (body.tags as string[] | undefined) ?? [])
    if (tag.length < 3 || tag.length > 96) errors.tags = [`Tag "${tag}" must be between 3 and 96 characters long.`]
  for (const field of Object.keys(body)) if (!FORM.includes(field)) errors[field] = ['Unknown field']
  return Object.keys(errors).length > 0 ? errors : undefined
}

/** As it keeps them: tags are slugs, texts have no space around. */
const normal = (body: Record<string, unknown>): Record<string, unknown> => ({
  ...body,
  ...(typeof body.title === 'string' && { title: body.title.trim() }),
  ...(typeof body.description === 'string' && { description: body.description.trim() }),
})
