import { z } from 'zod'
import { type Copy, type CopyFile, type Fields, type Place, PlaceProblem, type There } from '../connector.ts'
import { describedCopy, LICENCE_NAMES, plainTag } from '../copy-text.ts'
import type { Reach } from '../http/ask.ts'
import { Caller } from '../http/caller.ts'
import * as shapes from './shapes.ts'

export interface OpendatasoftSettings {
  /** `https://epone.opendatasoft.com` */
  readonly address: string
  /** A portal names its licences itself: its id for the Licence Ouverte, and for the ODbL, when the town gives them. */
  readonly licences?: Readonly<Partial<Record<'lov2' | 'odc-odbl', string | undefined>>> | undefined
}

const LABELS = {
  'default.title': 'le titre',
  'default.description': 'la description',
  'default.keyword': 'les mots-clés',
  'default.publisher': 'le producteur',
  'default.references': 'l’adresse de la source',
  'default.attributions': 'la mention à reprendre',
  'internal.license_id': 'la licence',
} as const

/** Opendatasoft's Automation API 1.0 (help.opendatasoft.com/apis/ods-automation-v1), with an API key that may edit datasets. */
export function opendatasoft(settings: OpendatasoftSettings, key: string, reach: Reach): Place {
  const api = new Caller({
    name: new URL(settings.address).host,
    base: `${settings.address.replace(/\/$/, '')}/api/automation/v1.0`,
    headers: { authorization: `Apikey ${key}` },
    reach,
    reason: shapes.reason,
  })
  return new Opendatasoft(settings, api)
}

/** A dataset there has one table: the CSV. Its map, its API and its other formats are made of it. */
class Opendatasoft implements Place {
  readonly labels = LABELS
  constructor(
    readonly settings: OpendatasoftSettings,
    readonly api: Caller,
  ) {}

  async check() {
    const { total_count: many } = await this.api.call(shapes.list, 'GET', '/datasets/?limit=0')
    return {
      sentence: `La clé ouvre ce portail, qui a ${many} jeu${many > 1 ? 'x' : ''} de données modifiable${many > 1 ? 's' : ''}.`,
    }
  }

  files = ({ files }: Copy) => files.filter(({ main }) => main)

  async wanted(copy: Copy): Promise<Fields> {
    const { fiche } = copy
    const licence = this.settings.licences?.[fiche.licence]
    return {
      'default.title': fiche.title,
      'default.description': `${html(describedCopy(copy))}<p>Licence : ${LICENCE_NAMES[fiche.licence]}</p>`,
      'default.keyword': [...new Set(fiche.keywords.map(plainTag).filter(Boolean))].sort().join(','),
      'default.publisher': fiche.producer,
      'default.references': copy.page,
      'default.attributions': `${copy.town}, ${LICENCE_NAMES[fiche.licence]}`,
      ...(licence && { 'internal.license_id': licence }),
    }
  }

  async find(copy: Copy, id: string | undefined): Promise<There | undefined> {
    const found = id === undefined ? await this.#byKey(copy) : await this.api.found(shapes.dataset, `/datasets/${id}/`)
    if (!found) return undefined
    const { results } = await this.api.call(shapes.resources, 'GET', `/datasets/${found.uid}/resources/?limit=1000`)
    return {
      id: found.uid,
      address: `${this.settings.address.replace(/\/$/, '')}/explore/dataset/${found.dataset_id}/`,
      fields: fieldsOf(found.metadata),
      files: results.map(({ uid, title, datasource }) => ({ id: uid, name: title, print: datasource.file?.uid ?? '' })),
    }
  }

  /** By its readable id; what is ours says where its source is. */
  async #byKey(copy: Copy): Promise<shapes.Dataset | undefined> {
    for (const name of namesOf(copy)) {
      const found = await this.#named(name)
      if (found && fieldsOf(found.metadata)['default.references'] === copy.page) return found
    }
    return undefined
  }

  async #named(name: string): Promise<shapes.Dataset | undefined> {
    const path = `/datasets/?dataset_id=${encodeURIComponent(name)}`
    return (await this.api.call(shapes.list, 'GET', path)).results.find(({ dataset_id }) => dataset_id === name)
  }

  /** Nobody sees it before it is published, by `finish`. */
  async create(copy: Copy, fields: Fields): Promise<string> {
    const dataset_id = await this.#freeName(copy)
    const metadata = metadataOf(
      { default: { language: { value: 'fr' }, modified: { value: copy.modifiedAt } } },
      fields,
    )
    return (
      await this.api.call(shapes.dataset, 'POST', '/datasets/', {
        json: { dataset_id, is_restricted: false, metadata },
      })
    ).uid
  }

  async #freeName(copy: Copy): Promise<string> {
    for (const name of namesOf(copy)) if (!(await this.#named(name))) return name
    throw new PlaceProblem(
      'wrong',
      `Les noms ${namesOf(copy)
        .map(name => `« ${name} »`)
        .join(' et ')} y sont déjà pris.`,
    )
  }

  /** The whole of them is replaced by what is sent: what others wrote is read first, and said again. */
  async describe(id: string, fields: Fields): Promise<void> {
    const now = await this.api.call(shapes.metadata, 'GET', `/datasets/${id}/metadata/`)
    await this.api.call(z.unknown(), 'PUT', `/datasets/${id}/metadata/`, { json: metadataOf(now, fields) })
  }

  async addFile(id: string, file: CopyFile): Promise<string> {
    const json = await this.#resource(id, file)
    return (await this.api.call(shapes.resource, 'POST', `/datasets/${id}/resources/`, { json })).uid
  }

  async replaceFile(id: string, fileId: string, file: CopyFile): Promise<string> {
    const json = await this.#resource(id, file)
    await this.api.call(shapes.resource, 'PUT', `/datasets/${id}/resources/${fileId}/`, { json })
    return fileId
  }

  async #resource(id: string, file: CopyFile) {
    const part = { field: 'file', name: file.name, type: file.mime, bytes: await file.bytes() }
    const { uid } = await this.api.call(shapes.file, 'POST', `/datasets/${id}/resources/files/`, {
      form: {},
      file: part,
    })
    return {
      type: 'csvfile',
      title: file.name,
      params: { doublequote: true, encoding: 'utf-8', first_row_no: 1, headers_first_row: true, separator: ',' },
      datasource: { type: 'uploaded_file', file: { uid } },
    }
  }

  async removeFile(id: string, fileId: string): Promise<void> {
    await this.api.call(z.unknown(), 'DELETE', `/datasets/${id}/resources/${fileId}/`)
  }

  /** The rows are read again there; until then the public sees the version before. While it reads, it refuses to begin again. */
  async finish(id: string): Promise<void> {
    const { status } = await this.api.call(shapes.status, 'GET', `/datasets/${id}/status/`)
    if (!RESTS.has(status))
      throw new PlaceProblem('later', 'Le portail traite encore le fichier précédent : Carnet le publiera ensuite.')
    await this.api.call(z.unknown(), 'POST', `/datasets/${id}/publish/`)
  }

  /** Out of the portal's catalog in both cases: its configuration stays, so that it can come back. */
  async withdraw(id: string, how: 'remove' | 'mark', _: Copy, why: string): Promise<void> {
    if (how === 'remove') return void (await this.api.call(z.unknown(), 'POST', `/datasets/${id}/unpublish/`))
    const now = await this.api.call(shapes.metadata, 'GET', `/datasets/${id}/metadata/`)
    const note = html(`**La commune ne publie plus ces données** : ${why}`)
    const description = fieldsOf(now)['default.description'] ?? ''
    if (!description.startsWith(note)) await this.describe(id, { 'default.description': note + description })
    await this.api.call(z.unknown(), 'POST', `/datasets/${id}/publish_metadata/`)
  }
}

/** Where it waits for an order; anywhere else it works. */
const RESTS = new Set(['idle', 'error', 'limit_reached'])

const namesOf = ({ slug, insee }: Copy): readonly [string, string] => [slug, `${slug}-${insee.toLowerCase()}`]

/** `default.title` is `{default: {title: {value}}}`; keywords and references are lists. */
const LISTS = new Set(['default.keyword', 'default.references', 'default.attributions'])
function metadataOf(now: shapes.Metadata, fields: Fields): shapes.Metadata {
  const all: Record<string, Record<string, { value?: unknown }>> = structuredClone(now)
  for (const [name, text] of Object.entries(fields)) {
    const [template, field] = name.split('.') as [string, string]
    const value = name === 'default.keyword' ? text.split(',').filter(Boolean) : LISTS.has(name) ? [text] : text
    all[template] = { ...all[template], [field]: { value } }
  }
  return all
}

const fieldsOf = (metadata: shapes.Metadata): Fields =>
  Object.fromEntries(
    Object.keys(LABELS).map(name => {
      const [template, field] = name.split('.') as [string, string]
      const value = metadata[template]?.[field]?.value
      const list = Array.isArray(value) ? value.map(String) : [value == null ? '' : String(value)]
      return [name, (name === 'default.keyword' ? list.sort() : list).join(',')]
    }),
  )

/** Its descriptions are HTML: ours is plain text with titles, nothing of it is left as a tag. */
const html = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .split('\n\n')
    .map(part => `<p>${part.replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>').replace(/\n/g, '<br>')}</p>`)
    .join('')
