import type { PublishedSet } from '../published.ts'
import { townNamed } from './names.ts'
import { type CkanWorld, groupOf, organizationOf, packageOf, tagOf } from './package.ts'
import { countOf, listOf, neededText, type Params, textOf, yesOf } from './params.ts'
import { notFound } from './problem.ts'

export function pageOf<T>(all: readonly T[], params: Params): T[] {
  const offset = countOf(params, 'offset', 0)
  return all.slice(offset, offset + countOf(params, 'limit', all.length))
}

/** The towns that have published something. */
export const organizationsOf = (world: CkanWorld) =>
  world.catalog.towns
    .filter(({ insee }) => world.catalog.sets.some(set => set.insee === insee))
    .map(town => organizationFull(world, town))

function organizationFull(world: CkanWorld, town: Parameters<typeof organizationOf>[1]) {
  const { title, ...organization } = organizationOf(world, town)
  const count = world.catalog.sets.filter(({ insee }) => insee === town.insee).length
  return { ...organization, title, display_name: title, image_display_url: '', package_count: count, num_followers: 0 }
}

export function organizationShow(world: CkanWorld, params: Params) {
  const id = neededText(params, 'id')
  const town = townNamed(world.catalog, id)
  if (!town) throw notFound(`aucune organisation « ${id.slice(0, 100)} »`)
  const sets = world.catalog.sets.filter(({ insee }) => insee === town.insee)
  return { ...organizationFull(world, town), ...around(world, sets, params) }
}

/** CKAN gives at most ten sets with a group or an organisation: `package_search` gives them all. */
const around = (world: CkanWorld, sets: readonly PublishedSet[], params: Params) => ({
  users: [],
  extras: [],
  tags: [],
  groups: [],
  ...(yesOf(params, 'include_datasets', false) && { packages: sets.slice(0, 10).map(set => packageOf(world, set)) }),
})

export function groupsOf({ catalog }: CkanWorld) {
  const counts = new Map<string, { readonly theme: NonNullable<PublishedSet['theme']>; count: number }>()
  for (const { theme } of catalog.sets) {
    if (!theme) continue
    const found = counts.get(theme.slug) ?? { theme, count: 0 }
    counts.set(theme.slug, { ...found, count: found.count + 1 })
  }
  return [...counts.values()]
    .map(({ theme, count }) => ({
      ...groupOf(theme),
      ...{ type: 'group', is_organization: false, state: 'active', approval_status: 'approved' },
      ...{ package_count: count, num_followers: 0 },
    }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

export function groupShow(world: CkanWorld, params: Params) {
  const id = neededText(params, 'id')
  const group = groupsOf(world).find(one => one.name === id || one.id === id)
  if (!group) throw notFound(`aucun thème « ${id.slice(0, 100)} »`)
  return {
    ...group,
    ...around(
      world,
      world.catalog.sets.filter(({ theme }) => theme?.slug === group.name),
      params,
    ),
  }
}

/** Names, or all that is known of each; those that are asked for, and a part of the list. */
export function listed<T extends { readonly name: string; readonly id: string }>(
  params: Params,
  all: readonly T[],
): unknown[] {
  const wanted = listOf(params, 'organizations') ?? listOf(params, 'groups')
  const kept = wanted ? all.filter(({ name, id }) => wanted.includes(name) || wanted.includes(id)) : all
  const page = pageOf(kept, params)
  return yesOf(params, 'all_fields', false) ? page : page.map(({ name }) => name)
}

export function tagsOf(sets: readonly PublishedSet[], params: Params): unknown[] {
  const query = textOf(params, 'query')?.toLowerCase() ?? ''
  const names = [...new Set(sets.flatMap(({ fiche }) => fiche.keywords))].filter(name =>
    name.toLowerCase().includes(query),
  )
  const sorted = names.sort((a, b) => a.localeCompare(b, 'fr'))
  return yesOf(params, 'all_fields', false) ? sorted.map(tagOf) : sorted
}
