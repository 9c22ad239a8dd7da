import { randomBytes } from 'node:crypto'
import { loadRegistry } from '../../adapters/models/load.ts'
import { checkTable } from '../../core/check/index.ts'
import type { Fiche } from '../../core/fiche/fiche.ts'
import { tableFromRows } from '../../core/table/table.ts'
import { describeTable } from '../../preparation/tasks/freeze/describe.ts'
import { shortReport } from '../../preparation/tasks/freeze/freeze.ts'
import { writeTable } from '../../preparation/tasks/freeze/write-table.ts'
import type { World } from '../../store/world.ts'
import { type Kept, keepVersion } from '../publish/keep.ts'
import { freezeFiles, keepManifest } from '../versions/freeze.ts'

/** A set of an invented town, as a test gives it. What is not said is invented. */
export interface SetForTests {
  readonly slug?: string
  /** Id of a model of the package. */
  readonly model: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly fiche?: Partial<Fiche>
  /** Number in the catalogue of themes. */
  readonly theme?: number
  readonly town?: { readonly insee: string; readonly name: string }
}

export const EPONE = { insee: '78217', name: 'Épône' }

/** Publishes through the same doors as a town does, but the questions: files frozen, manifest, version, address, entry. Called again: one more version. */
export async function publishForTests(world: World, given: SetForTests): Promise<Kept & { readonly id: string }> {
  const { insee } = given.town ?? EPONE
  await aTownOf(world, given.town ?? EPONE)
  const model = loadRegistry().find(given.model)
  if (!model) throw new Error(`no model ${given.model}`)
  const slug = given.slug ?? given.model
  const fiche = ficheForTests(given)
  const set = { insee, id: slug, slug, title: fiche.title }
  await aSetOf(world, { ...set, model: model.id, theme: given.theme ?? model.theme ?? null })
  const table = tableFromRows(given.columns, given.rows)
  const frozen = await freezeFiles(world.blobs, async paths => {
    await writeTable(table, paths)
    return { card: describeTable(table, model), report: shortReport(checkTable(table, model)) }
  })
  const recipe = { version: 1 as const, model: model.id, town: insee, steps: [] }
  const version = await keepManifest(world.blobs, frozen, { insee, set: slug, fiche, recipe })
  const actor = { insee, id: 'anne', name: 'Anne' }
  const kept = await keepVersion(world, actor, set, version, { salt: randomBytes(16).toString('base64url') })
  return { ...kept, id: slug }
}

async function aTownOf({ db, now }: World, { insee, name }: typeof EPONE): Promise<void> {
  await db
    .insertInto('town')
    .values({ insee, name, siret: '21780217200016', example: 0, created_at: now() })
    .onConflict(on => on.doNothing())
    .execute()
}

interface Row {
  readonly insee: string
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly model: string
  readonly theme: number | null
}

async function aSetOf({ db, now }: World, row: Row): Promise<void> {
  const at = now()
  await db
    .insertInto('data_set')
    .values({ ...row, created_at: at, changed_at: at, changed_by: 'Anne', seq: 0 })
    .onConflict(on => on.doNothing())
    .execute()
}

export function ficheForTests({ slug, model, fiche, town = EPONE }: SetForTests): Fiche {
  return {
    title: `${slug ?? model} de ${town.name}`,
    description: 'Un tableau inventé pour essayer Carnet.',
    producer: `Commune de ${town.name}`,
    purpose: 'Pour essayer.',
    collection: 'Saisi à la main.',
    frequency: 'annual',
    processing: 'Les colonnes ont été mises à la forme du modèle.',
    uses: 'Trouver son chemin.',
    licence: 'lov2',
    considerations: 'Aucune donnée personnelle.',
    contact: { name: 'Service animation', mail: 'animation@mairie-epone.example' },
    keywords: ['essai', 'commune'],
    temporal: { from: '2020-01-01', to: '2020-12-31' },
    spatial: { insee: town.insee, name: town.name },
    granularity: 'une ligne inventée',
    ...fiche,
  }
}

/** Two columns of coordinates, and a row without any. */
export const DEFIBRILLATEURS: SetForTests = {
  slug: 'defibrillateurs',
  model: 'schema-dae',
  columns: ['nom', 'lat_coor1', 'long_coor1', 'adr_voie', 'com_cp', 'com_insee', 'com_nom', 'acc', 'acc_lib', 'tel1'],
  rows: [
    [
      'Mairie',
      '48.9551',
      '1.8135',
      'Avenue Émile Sergent',
      '01004',
      '78217',
      'Épône',
      'Intérieur',
      'true',
      '+33130951004',
    ],
    [
      'Gymnase "Bullot", salle 2',
      '48.9611',
      '1.8201',
      'Rue des Étangs',
      '78680',
      '78217',
      'Épône',
      'Extérieur',
      'true',
      '',
    ],
    ['Piscine', '', '', 'Rue de la Plage', '78680', '78217', 'Épône', 'Intérieur', 'false', ''],
  ],
  fiche: { title: 'Défibrillateurs de la commune d’Épône, 2021', granularity: 'un défibrillateur' },
}

/** No place, whole numbers. */
export const PRENOMS: SetForTests = {
  slug: 'prenoms',
  model: 'prenoms',
  columns: ['COMMUNE_NOM', 'COLL_INSEE', 'ENFANT_SEXE', 'ENFANT_PRENOM', 'NOMBRE_OCCURRENCES', 'ANNEE'],
  rows: [
    ['Épône', '78217', 'F', 'LÉA', '9', '2019'],
    ['Épône', '78217', 'M', 'NOËL', '11', '2019'],
    ['Épône', '78217', 'F', 'LÉA', '7', '2020'],
  ],
  fiche: { title: 'Prénoms des nouveau-nés d’Épône, 2019-2020', granularity: 'un prénom, une année' },
}
