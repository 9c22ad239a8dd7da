import type { PublishedSet } from '../published.ts'
import type { QueryWorld } from '../query/run.ts'
import { datastoreSearch } from './datastore.ts'
import { groupShow, groupsOf, listed, organizationShow, organizationsOf, pageOf, tagsOf } from './lists.ts'
import { setNamed } from './names.ts'
import { type CkanWorld, LICENCES, packageOf } from './package.ts'
import { neededText, type Params } from './params.ts'
import { CkanProblem, notFound } from './problem.ts'
import { packageSearch } from './search.ts'

export type ActionWorld = CkanWorld & QueryWorld
interface Action {
  /** What `help_show` says. */
  readonly help: string
  readonly run: (world: ActionWorld, params: Params) => unknown
}

/** The actions of CKAN's API that read. Those that write, and SQL, do not exist here: « Action name not known ». */
const ACTIONS: Readonly<Record<string, Action>> = {
  site_read: { help: 'Toujours true.', run: () => true },
  status_show: { help: 'Ce qu’est ce site, et ce qu’il sait faire.', run: ({ base }) => statusOf(base) },
  help_show: {
    help: 'Ce que fait une action.\n\nname : le nom de l’action.',
    run: (_, params) => helpOf(neededText(params, 'name')),
  },
  package_list: {
    help: 'Les noms des jeux de données.\n\nlimit, offset : une partie de la liste.',
    run: ({ catalog }, params) => pageOf(catalog.sets.map(({ slug }) => slug).sort(), params),
  },
  current_package_list_with_resources: {
    help: 'Les jeux de données en entier, le plus récent d’abord.\n\nlimit, offset : une partie de la liste.',
    run: (world, params) => pageOf(world.catalog.sets, params).map(set => packageOf(world, set)),
  },
  package_search: {
    help: 'Chercher des jeux de données.\n\nq, fq : comme Solr (mots, "suite de mots", champ:valeur, AND, OR, NOT).\nrows, start : une partie de ce qui est trouvé.\nsort : « title asc ».\nfacet.field : ["organization", "groups", "tags", "res_format", "license_id"].',
    run: packageSearch,
  },
  package_show: {
    help: 'Un jeu de données.\n\nid : son nom ou son identifiant.',
    run: (world, params) => packageOf(world, packageNamed(world, neededText(params, 'id'))),
  },
  resource_show: {
    help: 'Un fichier d’un jeu de données.\n\nid : son identifiant.',
    run: (world, params) => resourceOf(world, neededText(params, 'id')),
  },
  organization_list: {
    help: 'Les communes qui publient.\n\nall_fields : en entier, et non leurs seuls noms.',
    run: (world, params) => listed(params, organizationsOf(world)),
  },
  organization_show: {
    help: 'Une commune.\n\nid : son nom ou son identifiant.\ninclude_datasets : avec ses jeux de données.',
    run: (world, params) => organizationShow(world, params),
  },
  group_list: {
    help: 'Les thèmes.\n\nall_fields : en entier, et non leurs seuls noms.',
    run: (world, params) => listed(params, groupsOf(world)),
  },
  group_show: {
    help: 'Un thème.\n\nid : son nom ou son identifiant.\ninclude_datasets : avec ses jeux de données.',
    run: (world, params) => groupShow(world, params),
  },
  tag_list: {
    help: 'Les mots-clés.\n\nquery : ceux qui contiennent ces lettres.\nall_fields : en entier.',
    run: ({ catalog }, params) => tagsOf(catalog.sets, params),
  },
  license_list: { help: 'Les licences.', run: () => Object.values(LICENCES).map(licenceOf) },
  datastore_search: {
    help: 'Les lignes d’un fichier.\n\nresource_id : le fichier CSV du jeu, ou le nom du jeu.\nfilters : {"colonne": "valeur"}.\nq : des mots.\nfields, sort, limit (32000 au plus), offset, distinct, include_total.\nrecords_format : objects, lists, csv, tsv.',
    run: datastoreSearch,
  },
}
export const ACTION_NAMES: readonly string[] = Object.keys(ACTIONS)

/** Does an action; its problems are `CkanProblem`. */
export async function act(world: ActionWorld, name: string, params: Params): Promise<unknown> {
  if (!Object.hasOwn(ACTIONS, name))
    throw new CkanProblem('Bad Request Error', `Bad request - Action name not known: ${name.slice(0, 60)}`)
  return ACTIONS[name]!.run(world, params)
}

function helpOf(name: string): string {
  if (!Object.hasOwn(ACTIONS, name)) throw notFound(`Action "${name.slice(0, 60)}" not found.`)
  return ACTIONS[name]!.help
}

/** What clients look at to know what a CKAN can do: the version whose API this one follows. */
const statusOf = (base: string) => ({
  ckan_version: '2.10.0',
  site_url: base,
  site_title: 'Données ouvertes',
  site_description: '',
  locale_default: 'fr',
  error_emails_to: null,
  extensions: ['datastore'],
})

function packageNamed({ catalog }: CkanWorld, id: string): PublishedSet {
  const set = setNamed(catalog, id)
  if (set) return set
  const gone = catalog.tombstones.find(({ slug }) => slug === id)
  throw notFound(gone ? `« ${gone.title} » a été retiré : ${gone.why}` : `aucun jeu de données « ${id.slice(0, 100)} »`)
}

function resourceOf(world: CkanWorld, id: string) {
  for (const set of world.catalog.sets) {
    const found = packageOf(world, set).resources.find(one => one.id === id)
    if (found) return found
  }
  throw notFound(`aucun fichier « ${id.slice(0, 100)} »`)
}

const licenceOf = ({ id, title, url }: (typeof LICENCES)[keyof typeof LICENCES]) => ({
  ...{ id, title, url, legacy_ids: [], status: 'active', maintainer: '', family: '' },
  ...{ domain_content: false, domain_data: true, domain_software: false, is_generic: false },
  ...{ od_conformance: 'approved', osd_conformance: 'not reviewed', is_okd_compliant: true, is_osi_compliant: false },
})
