import { randomUUID } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { readForm, startServer, type TestServer } from '../server-for-tests.ts'

type Values = Record<string, Record<string, { value: unknown }>>
export interface OdsSet {
  uid: string
  dataset_id: string
  is_published: boolean
  metadata: Values
  resources: { uid: string; title: string; type: string; datasource: { type: string; file: { uid: string } } }[]
}
export interface OdsServer extends TestServer {
  readonly sets: Map<string, OdsSet>
  readonly files: Map<string, Buffer>
  /** What the public reads: frozen when a dataset is published. */
  readonly published: Map<string, string>
  status: { now: string }
  open(key: string): void
}

/** Opendatasoft's Automation API 1.0, by its public documentation: trailing slashes, `Apikey`, metadata replaced as a whole. */
export async function startOds(): Promise<OdsServer> {
  const [sets, files, published] = [new Map<string, OdsSet>(), new Map<string, Buffer>(), new Map<string, string>()]
  const state = { key: 'cle-ods' }
  const status = { now: 'idle' }
  const server = await startServer(app => {
    const root = '/api/automation/v1.0'
    const fail = (reply: FastifyReply, code: number, message: string) =>
      reply.code(code).send({ status_code: code, message })
    const uid = (start: string) => `${start}_${randomUUID().slice(0, 6)}`
    app.addHook('preHandler', async (request, reply) => {
      if (request.headers.authorization !== `Apikey ${state.key}`) return fail(reply, 401, 'Invalid API key')
      const set = sets.get((request.params as { uid?: string }).uid ?? '')
      if ((request.params as { uid?: string }).uid && !set) return fail(reply, 404, 'Dataset not found')
    })
    const setOf = (request: { params: unknown }) => sets.get((request.params as { uid: string }).uid)!
    app.get(`${root}/datasets/`, request => {
      const { dataset_id, limit } = request.query as Record<string, string>
      const found = [...sets.values()].filter(set => dataset_id === undefined || set.dataset_id === dataset_id)
      return { total_count: found.length, next: null, previous: null, results: limit === '0' ? [] : found }
    })
    app.post(`${root}/datasets/`, (request, reply) => {
      const body = request.body as Partial<OdsSet>
      const { default: values } = body.metadata ?? {}
      if (!values?.title?.value || !values.language?.value)
        return fail(reply, 400, 'metadata.default.title and language are required')
      if ([...sets.values()].some(({ dataset_id }) => dataset_id === body.dataset_id))
        return fail(reply, 400, 'dataset_id is taken')
      const set = {
        uid: uid('da'),
        dataset_id: body.dataset_id!,
        is_published: false,
        metadata: body.metadata!,
        resources: [],
      }
      sets.set(set.uid, set)
      return reply.code(201).send(set)
    })
    app.get(`${root}/datasets/:uid/`, request => setOf(request))
    app.get(`${root}/datasets/:uid/status/`, request => ({
      status: status.now,
      is_published: setOf(request).is_published,
    }))
    app.get(`${root}/datasets/:uid/metadata/`, request => setOf(request).metadata)
    app.put(`${root}/datasets/:uid/metadata/`, (request, reply) => {
      const metadata = request.body as Values
      if (!metadata.default?.title?.value) return fail(reply, 400, 'default.title is required')
      setOf(request).metadata = metadata
      return metadata
    })
    app.get(`${root}/datasets/:uid/resources/`, request => ({
      total_count: setOf(request).resources.length,
      results: setOf(request).resources,
    }))
    app.post(`${root}/datasets/:uid/resources/files/`, async (request, reply) => {
      const { file } = await readForm(request)
      if (file?.field !== 'file') return fail(reply, 400, 'file is required')
      const one = uid('fi')
      files.set(one, file.bytes)
      return { uid: one, filename: file.name, mimetype: file.type }
    })
    const resourceOf = (body: unknown) => {
      const { title, type, datasource } = body as OdsSet['resources'][number]
      return files.has(datasource?.file?.uid) && datasource.type === 'uploaded_file' && type === 'csvfile' && title
        ? { title, type, datasource }
        : undefined
    }
    app.post(`${root}/datasets/:uid/resources/`, (request, reply) => {
      const resource = resourceOf(request.body)
      if (!resource) return fail(reply, 400, 'datasource.file is unknown')
      const made = { uid: uid('re'), ...resource }
      setOf(request).resources.push(made)
      return reply.code(201).send(made)
    })
    app.put(`${root}/datasets/:uid/resources/:rid/`, (request, reply) => {
      const found = setOf(request).resources.find(({ uid }) => uid === (request.params as { rid: string }).rid)
      const resource = resourceOf(request.body)
      if (!found) return fail(reply, 404, 'Resource not found')
      return resource ? Object.assign(found, resource) : fail(reply, 400, 'datasource.file is unknown')
    })
    app.delete(`${root}/datasets/:uid/resources/:rid/`, (request, reply) => {
      const set = setOf(request)
      set.resources = set.resources.filter(({ uid }) => uid !== (request.params as { rid: string }).rid)
      return reply.code(204).send()
    })
    const publish = (set: OdsSet) => {
      set.is_published = true
      const rows = set.resources.map(({ datasource }) => files.get(datasource.file.uid)!.toString('utf8')).join('')
      published.set(set.dataset_id, rows)
    }
    app.post(`${root}/datasets/:uid/publish/`, (request, reply) => {
      if (status.now !== 'idle') return fail(reply, 400, 'Invalid dataset status')
      publish(setOf(request))
      return { status: 'queued' }
    })
    app.post(`${root}/datasets/:uid/publish_metadata/`, () => ({ status: 'queued' }))
    app.post(`${root}/datasets/:uid/unpublish/`, request => {
      setOf(request).is_published = false
      published.delete(setOf(request).dataset_id)
      return { status: 'queued' }
    })
  })
  return Object.assign(server, { sets, files, published, status, open: (key: string) => void (state.key = key) })
}
