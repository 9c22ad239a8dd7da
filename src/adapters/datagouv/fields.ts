import type { Frequency, Licence } from '../../core/fiche/fiche.ts'
import type { Copy, Fields } from '../connector.ts'
import { describedCopy, plainTag } from '../copy-text.ts'
import type { Caller } from '../http/caller.ts'
import { type Dataset, ids } from './shapes.ts'

export const LABELS = {
  title: 'le titre',
  description: 'la description',
  license: 'la licence',
  frequency: 'la fréquence',
  tags: 'les mots-clés',
  temporal: 'la période',
  spatial: 'le territoire',
  organization: 'l’organisation',
} as const

/** Its list of frequencies changed over the years: the first that the server knows is taken. */
const FREQUENCIES: Readonly<Record<Frequency, readonly string[]>> = {
  daily: ['daily'],
  weekly: ['weekly'],
  monthly: ['monthly'],
  quarterly: ['quarterly'],
  semiannual: ['semiannual', 'semi_annual', 'irregular'],
  annual: ['annual'],
  irregular: ['irregular'],
  never: ['never', 'notPlanned', 'punctual', 'unknown'],
}
const LICENCES: Readonly<Record<Licence, readonly string[]>> = {
  lov2: ['lov2', 'fr-lo'],
  'odc-odbl': ['odc-odbl'],
}

export async function wantedOf(api: Caller, organization: string, copy: Copy): Promise<Fields> {
  const { fiche } = copy
  const [licences, frequencies] = [await list(api, 'licenses'), await list(api, 'frequencies')]
  return {
    title: fiche.title,
    description: describedCopy(copy),
    license: LICENCES[fiche.licence].find(id => licences.has(id)) ?? 'notspecified',
    frequency: FREQUENCIES[fiche.frequency].find(id => frequencies.has(id)) ?? 'unknown',
    tags: tagsOf(fiche.keywords),
    temporal: fiche.temporal ? `${fiche.temporal.from}/${fiche.temporal.to}` : '',
    spatial: `fr:commune:${fiche.spatial.insee}`,
    organization,
  }
}

const list = async (api: Caller, name: string): Promise<ReadonlySet<string>> =>
  new Set((await api.call(ids, 'GET', `/datasets/${name}/`)).map(({ id }) => id))

/** Words of 3 to 96 signs, without accents, hyphens between: as the server keeps them, so that what is read again is what was written. */
const tagsOf = (keywords: readonly string[]): string =>
  [...new Set(keywords.map(slugTag).filter(tag => tag.length >= 3))].sort().join(',')
const slugTag = (keyword: string): string =>
  plainTag(keyword)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 96)

/** The same fields, as they stand there. */
export const fieldsOf = (dataset: Dataset): Fields => ({
  title: dataset.title,
  description: dataset.description.trim(),
  license: dataset.license ?? '',
  frequency: dataset.frequency ?? '',
  tags: [...dataset.tags].sort().join(','),
  temporal: dataset.temporal_coverage
    ? `${day(dataset.temporal_coverage.start)}/${day(dataset.temporal_coverage.end ?? '')}`
    : '',
  spatial: (dataset.spatial?.zones ?? []).join(','),
  organization: dataset.organization?.id ?? '',
})
const day = (text: string): string => text.slice(0, 10)

const BODY: { readonly [K in keyof typeof LABELS]: (value: string) => Readonly<Record<string, unknown>> } = {
  title: title => ({ title }),
  description: description => ({ description }),
  license: license => ({ license }),
  frequency: frequency => ({ frequency }),
  tags: tags => ({ tags: tags === '' ? [] : tags.split(',') }),
  temporal: text => {
    const [start, end] = text.split('/')
    return { temporal_coverage: start && end ? { start, end } : null }
  },
  spatial: zones => ({ spatial: { zones: zones === '' ? [] : zones.split(','), granularity: 'fr:commune' } }),
  organization: organization => ({ organization: organization === '' ? null : organization }),
}

/** What is sent: only the fields given. */
export const bodyOf = (fields: Fields): Record<string, unknown> =>
  Object.assign({}, ...Object.entries(fields).map(([name, value]) => BODY[name as keyof typeof BODY](value)))
