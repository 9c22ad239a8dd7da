import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Copy, type CopyFile, type Fields, type Place, PlaceProblem, type There } from '../connector.ts'
import type { Reach } from '../http/ask.ts'
import { Caller } from '../http/caller.ts'
import { bodyOf, fieldsOf, LABELS, wantedOf } from './fields.ts'
import * as shapes from './shapes.ts'

export interface DatagouvSettings {
  /** `https://www.data.gouv.fr`, or its practice site. */
  readonly address: string
  /** Id of the organisation that publishes; '' : the account itself. */
  readonly organization: string
}

/** What is sent in one piece; above, in chunks. */
const CHUNK = 8 * 1024 * 1024

/** data.gouv.fr, or any other udata: API v1, the key of an account in `X-API-KEY`. Measures and rules: udata/core/dataset/api.py. */
export function datagouv(settings: DatagouvSettings, key: string, reach: Reach, chunk = CHUNK): Place {
  const api = new Caller({
    name: new URL(settings.address).host.replace(/^www\./, ''),
    base: `${settings.address.replace(/\/$/, '')}/api/1`,
    headers: { 'x-api-key': key },
    reach,
    reason: shapes.reason,
  })
  return new Datagouv(settings, api, chunk)
}

class Datagouv implements Place {
  readonly labels = LABELS
  constructor(
    readonly settings: DatagouvSettings,
    readonly api: Caller,
    readonly chunk: number,
  ) {}

  async check() {
    const me = await this.api.call(shapes.me, 'GET', '/me/')
    const choices = me.organizations.map(({ id, name }) => ({ id, name }))
    const many = choices.length === 0 ? 'aucune organisation' : choices.map(({ name }) => `« ${name} »`).join(', ')
    return { sentence: `La clé est celle de ${me.first_name} ${me.last_name}, qui peut publier pour ${many}.`, choices }
  }

  files = ({ files }: Copy) => files

  wanted(copy: Copy): Promise<Fields> {
    return wantedOf(this.api, this.settings.organization, copy)
  }

  async find({ key }: Copy, id: string | undefined): Promise<There | undefined> {
    const found = id === undefined ? await this.#byKey(key) : await this.api.found(shapes.dataset, `/datasets/${id}/`)
    return found && !found.deleted ? thereOf(found) : undefined
  }

  /** The answer to a creation may have been lost on the way: the set is found again by what only ours has. */
  async #byKey(key: string): Promise<shapes.Dataset | undefined> {
    const { organization } = this.settings
    const list = organization ? `/organizations/${organization}/datasets/` : '/me/datasets/'
    for (let page = 1; ; page++) {
      const found = await this.api.call(shapes.datasets, 'GET', `${list}?page=${page}&page_size=100`)
      const ours = found.data.find(({ extras, deleted }) => extras['carnet:key'] === key && !deleted)
      if (ours || !found.next_page) return ours
    }
  }

  /** Private until its files are there. */
  async create(copy: Copy, fields: Fields): Promise<string> {
    const json = { ...bodyOf(fields), extras: { 'carnet:key': copy.key, 'carnet:source': copy.page }, private: true }
    return (await this.api.call(shapes.dataset, 'POST', '/datasets/', { json })).id
  }

  async describe(id: string, fields: Fields, copy: Copy): Promise<void> {
    const now = await this.api.call(shapes.dataset, 'GET', `/datasets/${id}/`)
    const extras = { ...now.extras, 'carnet:key': copy.key, 'carnet:source': copy.page }
    await this.#put(id, { ...shapes.kept(now), ...bodyOf(fields), extras })
  }

  async #put(id: string, json: Record<string, unknown>): Promise<void> {
    await this.api.call(shapes.dataset, 'PUT', `/datasets/${id}/`, { json })
  }

  async addFile(id: string, file: CopyFile, copy: Copy): Promise<string> {
    const { id: fileId } = await this.#upload(`/datasets/${id}/upload/`, file)
    await this.#title(id, fileId, file, copy)
    return fileId
  }

  /** `/r/{rid}` goes on leading to the latest file. */
  async replaceFile(id: string, fileId: string, file: CopyFile, copy: Copy): Promise<string> {
    await this.#upload(`/datasets/${id}/resources/${fileId}/upload/`, file)
    await this.#title(id, fileId, file, copy)
    return fileId
  }

  async #upload(path: string, file: CopyFile): Promise<shapes.Resource> {
    const bytes = await file.bytes()
    const part = (slice: Blob) => ({ field: 'file', name: file.name, type: file.mime, bytes: slice })
    if (bytes.size <= this.chunk) return this.api.call(shapes.resource, 'POST', path, { form: {}, file: part(bytes) })
    const parts = Math.ceil(bytes.size / this.chunk)
    const whole = { uuid: randomUUID(), filename: file.name, totalparts: String(parts) }
    for (let index = 0; index < parts; index++) {
      const start = index * this.chunk
      const slice = bytes.slice(start, start + this.chunk)
      const form = {
        ...{ ...whole, partindex: String(index), partbyteoffset: String(start), chunksize: String(slice.size) },
      }
      await this.api.call(shapes.chunk, 'POST', path, { form, file: part(slice) })
    }
    // No file: the parts are put together, and the resource is answered.
    return this.api.call(shapes.resource, 'POST', path, { form: whole })
  }

  async #title(id: string, fileId: string, file: CopyFile, copy: Copy): Promise<void> {
    const schema = file.main ? await this.#schema(copy) : undefined
    const json = {
      title: file.title,
      description: `Version ${copy.hash.slice(0, 12)}. L’original : ${copy.page}`,
      type: 'main',
      format: file.format,
      ...(schema && { schema }),
    }
    await this.api.call(shapes.resource, 'PUT', `/datasets/${id}/resources/${fileId}/`, { json })
  }

  /** The national schema by its name there; one of the town's, by its address. */
  async #schema({ model, schema }: Copy): Promise<Record<string, string>> {
    const known = await this.api.call(shapes.schemas, 'GET', '/datasets/schemas/')
    const name = known.find(({ name }) => model.national && name.split('/').at(-1) === model.id)?.name
    return { ...(name !== undefined && { name }), version: model.version, url: schema }
  }

  async removeFile(id: string, fileId: string): Promise<void> {
    await this.api.call(z.unknown(), 'DELETE', `/datasets/${id}/resources/${fileId}/`)
  }

  /** The order lists every resource, those that somebody added there too, or they would be lost. */
  async finish(id: string, fileIds: readonly string[], first: boolean): Promise<void> {
    const now = await this.api.call(shapes.dataset, 'GET', `/datasets/${id}/`)
    const there = now.resources.map(one => one.id)
    const order = [...fileIds, ...there.filter(one => !fileIds.includes(one))]
    if (order.join() !== there.join())
      await this.api.call(z.unknown(), 'PUT', `/datasets/${id}/resources/`, { json: order.map(one => ({ id: one })) })
    if (first && now.private) await this.#put(id, { ...shapes.kept(now), private: false })
  }

  async withdraw(id: string, how: 'remove' | 'mark', copy: Copy, why: string): Promise<void> {
    if (how === 'remove') return void (await this.api.call(z.unknown(), 'DELETE', `/datasets/${id}/`))
    const now = await this.api.found(shapes.dataset, `/datasets/${id}/`)
    if (!now) throw new PlaceProblem('wrong', 'Ce jeu n’est plus là-bas.')
    const note = `**La commune ne publie plus ces données** : ${why} (${copy.page})`
    const description = now.description.startsWith(note) ? now.description : `${note}\n\n${now.description}`
    await this.#put(id, { ...shapes.kept(now), description, archived: copy.modifiedAt })
  }
}

const thereOf = (dataset: shapes.Dataset): There => ({
  id: dataset.id,
  address: dataset.page,
  fields: fieldsOf(dataset),
  files: dataset.resources.map(({ id, url, checksum, last_modified }) => ({
    id,
    name: url.split('/').at(-1) ?? '',
    print: checksum?.value ?? last_modified ?? '',
  })),
})
