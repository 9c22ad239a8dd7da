import { z } from 'zod'
import type { Licence } from '../../core/fiche/fiche.ts'
import { type Copy, type CopyFile, type Fields, type Place, PlaceProblem, type There } from '../connector.ts'
import { describedCopy, LICENCE_NAMES, plainTag } from '../copy-text.ts'
import type { Reach } from '../http/ask.ts'
import { Caller } from '../http/caller.ts'
import type { Part } from '../http/multipart.ts'
import { envelope, organizations, type Package, pack, reason, resource } from './shapes.ts'

export interface CkanSettings {
  readonly address: string
  /** Id or name of the organisation; '' where the portal lets a person publish alone. */
  readonly organization: string
}

const LABELS = {
  title: 'le titre',
  notes: 'la description',
  license_id: 'la licence',
  tags: 'les mots-clés',
  url: 'l’adresse de la source',
  author: 'le producteur',
  owner_org: 'l’organisation',
} as const
const LICENCES: Readonly<Record<Licence, readonly string[]>> = {
  lov2: ['lov2', 'etalab-2.0', 'fr-lo', 'other-attribution', 'other-open'],
  'odc-odbl': ['odc-odbl', 'ODbL-1.0', 'other-open'],
}

/** CKAN's Action API v3, with an API token. */
export function ckan(settings: CkanSettings, token: string, reach: Reach): Place {
  const api = new Caller({
    name: new URL(settings.address).host,
    base: `${settings.address.replace(/\/$/, '')}/api/3/action`,
    headers: { authorization: token },
    reach,
    reason,
  })
  return new Ckan(settings, api)
}

class Ckan implements Place {
  readonly labels = LABELS
  constructor(
    readonly settings: CkanSettings,
    readonly api: Caller,
  ) {}

  async check() {
    const path = '/organization_list_for_user?permission=create_dataset'
    const { result } = await this.api.call(envelope(organizations), 'GET', path)
    const choices = result.map(({ id, title, display_name }) => ({ id, name: title || display_name || id }))
    const many = choices.length === 0 ? 'aucune organisation' : choices.map(({ name }) => `« ${name} »`).join(', ')
    return { sentence: `La clé peut publier pour ${many}.`, choices }
  }

  files = ({ files }: Copy) => files

  async wanted(copy: Copy): Promise<Fields> {
    const { fiche } = copy
    const known = await this.api.call(envelope(z.array(z.object({ id: z.string() }))), 'GET', '/license_list')
    const licence = LICENCES[fiche.licence].find(id => known.result.some(one => one.id === id)) ?? 'notspecified'
    return {
      title: fiche.title,
      notes: `${describedCopy(copy)}\n\n**Licence**\n\n${LICENCE_NAMES[fiche.licence]}`,
      license_id: licence,
      tags: [...new Set(fiche.keywords.map(plainTag).filter(tag => tag.length >= 2))].sort().join(','),
      url: copy.page,
      author: fiche.producer,
      owner_org: this.settings.organization,
    }
  }

  async find(copy: Copy, id: string | undefined): Promise<There | undefined> {
    const found = id === undefined ? await this.#byKey(copy) : await this.#show(id)
    return found && found.state !== 'deleted' ? this.#thereOf(found) : undefined
  }

  async #show(id: string): Promise<Package | undefined> {
    return (await this.api.found(envelope(pack), `/package_show?id=${encodeURIComponent(id)}`))?.result
  }

  async #byKey(copy: Copy): Promise<Package | undefined> {
    for (const name of namesOf(copy)) {
      const found = await this.#show(name)
      if (found && keyOf(found) === copy.key && found.state !== 'deleted') return found
    }
    return undefined
  }

  /** Private until its files are there, where it has an organisation: CKAN hides no other. */
  async create(copy: Copy, fields: Fields): Promise<string> {
    const json = { name: await this.#freeName(copy), ...bodyOf(fields), extras: extrasOf(copy, []) }
    const hidden = this.settings.organization === '' ? {} : { private: true }
    return (await this.#post('package_create', { ...json, ...hidden }, pack)).id
  }

  /** Somebody else's set may have the name already. */
  async #freeName(copy: Copy): Promise<string> {
    for (const name of namesOf(copy)) if (!(await this.#show(name))) return name
    throw new PlaceProblem(
      'wrong',
      `Les noms ${namesOf(copy)
        .map(name => `« ${name} »`)
        .join(' et ')} y sont déjà pris.`,
    )
  }

  async #post<T>(action: string, json: object, shape: z.ZodType<T>): Promise<T> {
    return (await this.api.call(envelope(shape), 'POST', `/${action}`, { json })).result
  }

  async describe(id: string, fields: Fields, copy: Copy): Promise<void> {
    const now = await this.#post('package_show', { id }, pack)
    await this.#post('package_patch', { id, ...bodyOf(fields), extras: extrasOf(copy, now.extras) }, z.unknown())
  }

  async addFile(id: string, file: CopyFile, copy: Copy): Promise<string> {
    return (await this.#upload('resource_create', { package_id: id }, file, copy)).id
  }

  async replaceFile(_: string, fileId: string, file: CopyFile, copy: Copy): Promise<string> {
    return (await this.#upload('resource_patch', { id: fileId }, file, copy)).id
  }

  async #upload(action: string, whose: Record<string, string>, file: CopyFile, copy: Copy) {
    const form = {
      ...whose,
      name: file.name,
      description: `${file.title}. L’original : ${copy.page}`,
      format: file.format.toUpperCase(),
      mimetype: file.mime,
      hash: file.sha256,
    }
    const part: Part = { field: 'upload', name: file.name, type: file.mime, bytes: await file.bytes() }
    return (await this.api.call(envelope(resource), 'POST', `/${action}`, { form, file: part })).result
  }

  async removeFile(_: string, fileId: string): Promise<void> {
    await this.#post('resource_delete', { id: fileId }, z.unknown())
  }

  async finish(id: string, fileIds: readonly string[], first: boolean): Promise<void> {
    const now = await this.#post('package_show', { id }, pack)
    const there = now.resources.map(one => one.id)
    const order = [...fileIds, ...there.filter(one => !fileIds.includes(one))]
    if (order.join() !== there.join()) await this.#post('package_resource_reorder', { id, order }, z.unknown())
    if (first && now.private) await this.#post('package_patch', { id, private: false }, z.unknown())
  }

  async withdraw(id: string, how: 'remove' | 'mark', copy: Copy, why: string): Promise<void> {
    if (how === 'remove') return void (await this.#post('package_delete', { id }, z.unknown()))
    const now = await this.#post('package_show', { id }, pack)
    const note = `**La commune ne publie plus ces données** : ${why} (${copy.page})`
    const notes = now.notes ?? ''
    if (!notes.startsWith(note)) await this.#post('package_patch', { id, notes: `${note}\n\n${notes}` }, z.unknown())
  }

  #thereOf(found: Package): There {
    return {
      id: found.id,
      address: `${this.settings.address.replace(/\/$/, '')}/dataset/${found.name}`,
      fields: {
        title: found.title,
        notes: (found.notes ?? '').trim(),
        license_id: found.license_id ?? '',
        tags: found.tags
          .map(({ name }) => name)
          .sort()
          .join(','),
        url: found.url ?? '',
        author: found.author ?? '',
        owner_org: this.#organizationOf(found),
      },
      files: found.resources.map(({ id, name, hash, last_modified, size }) => ({
        id,
        name: name ?? '',
        print: [hash, last_modified, size].join(' '),
      })),
    }
  }

  /** The settings may hold its name, CKAN answers its id: either is the same organisation. */
  #organizationOf({ owner_org, organization }: Package): string {
    return organization?.name === this.settings.organization ? this.settings.organization : (owner_org ?? '')
  }
}

const namesOf = ({ slug, insee }: Copy): readonly [string, string] => [
  slug,
  `${slug.slice(0, 90)}-${insee.toLowerCase()}`,
]
const KEY = 'carnet_key'
const keyOf = ({ extras }: Package): string | undefined => extras.find(({ key }) => key === KEY)?.value

/** Extras are replaced as a whole: those of others are said again. */
const extrasOf = ({ key, page, issuedAt }: Copy, others: Package['extras']): Package['extras'] => {
  const ours = { [KEY]: key, landing_page: page, issued: issuedAt }
  return [...others.filter(one => !(one.key in ours)), ...Object.entries(ours).map(([key, value]) => ({ key, value }))]
}

function bodyOf({ tags, owner_org, ...fields }: Fields): Record<string, unknown> {
  return {
    ...fields,
    ...(tags !== undefined && { tags: tags === '' ? [] : tags.split(',').map(name => ({ name })) }),
    ...(owner_org && { owner_org }),
  }
}
