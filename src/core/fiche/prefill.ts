import { ofTown } from '../places/communes/of-town.ts'
import { BY_THEME } from './by-theme.ts'
import { collectionOf } from './collection.ts'
import type { FicheContext } from './context.ts'
import { frenchDay } from './day.ts'
import type { Fiche, FicheField } from './fiche.ts'
import { licenceDoubts, proposeLicence } from './licence.ts'
import { processingOf } from './processing.ts'
import { ROW_OF_MODEL } from './row-of-model.ts'
import { proposeTitle, thingOf } from './title.ts'

/** What Carnet can say by itself; what it cannot is not there. */
export type Proposals = { readonly [F in FicheField]?: NonNullable<Fiche[F]> }

/** The fiche as far as the model, the history, the town's card and the data tell it. Computed each time: nothing of it is kept. */
export function prefill(context: FicheContext): Proposals {
  const { town, theme, model, coverage, contact } = context
  const words = theme && BY_THEME[theme.slug]
  const licence = proposeLicence(context)
  const row = ROW_OF_MODEL[model.id]
  return {
    title: proposeTitle(context),
    description: describe(context, row),
    producer: `Commune ${ofTown(town.name)}`,
    ...(theme && { purpose: theme.why }),
    ...said('collection', collectionOf(context)),
    ...said('processing', processingOf(context.steps, model, context.protections)),
    ...(words && { uses: words.uses }),
    ...(licence && { licence }),
    considerations: considerationsOf(context),
    ...(contact && { contact }),
    keywords: keywordsOf(context, words?.keywords ?? []),
    ...(coverage?.temporal && { temporal: coverage.temporal }),
    spatial: { ...town, ...(coverage?.box && { box: coverage.box }) },
    ...(row !== undefined && { granularity: row }),
  }
}

const said = <F extends 'collection' | 'processing'>(field: F, text: string) => (text === '' ? {} : { [field]: text })

/** A national standard says so at the end of its description, for whoever prepares the set; the public reads what the data is. */
const STANDARD = /\s*Norme nationale \([^)]*\)[^.]*\./

function describe({ model, coverage, protections }: FicheContext, row: string | undefined): string {
  // Opened all the same, less precisely.
  const softened = protections.filter(({ answer }) => answer !== 'drop')
  const what = model.description.replace(STANDARD, '').trim()
  const parts = [what]
  if (row !== undefined) parts.push(`Chaque ligne décrit ${row}.`)
  const opened = [...(coverage?.columns ?? []), ...softened.map(({ column }) => column)]
  const titles = model.fields
    .filter(({ name, role }) => opened.includes(name) && role !== 'id')
    .map(({ name, title }) => lower(title ?? name))
  if (titles.length > 0) parts.push(`On y trouve : ${some(titles)}.`)
  return parts.filter(part => part !== '').join(' ')
}

/** More would not be read. */
const MOST_COLUMNS = 8
const some = (titles: readonly string[]): string =>
  titles.length > MOST_COLUMNS ? `${titles.slice(0, MOST_COLUMNS).join(', ')}…` : titles.join(', ')

/** « Nom du monument » inside a sentence; « SIRET » stays. */
const lower = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title

function considerationsOf(context: FicheContext): string {
  const { protections, sources } = context
  const last = sources
    .map(({ sentAt }) => sentAt.slice(0, 10))
    .sort()
    .at(-1)
  return [
    last === undefined
      ? 'Ces données peuvent contenir des erreurs ou des oublis : signalez-les au contact de cette fiche.'
      : `Ces données disent ce que la commune savait le ${frenchDay(last)} ; elles peuvent contenir des erreurs ou des oublis : signalez-les au contact de cette fiche.`,
    protections.length > 0
      ? 'Ce qui aurait permis de reconnaître des personnes a été retiré ou rendu moins précis.'
      : '',
    licenceDoubts(context).osm.length > 0 ? 'Contient des données © les contributeurs d’OpenStreetMap.' : '',
  ]
    .filter(line => line !== '')
    .join('\n')
}

function keywordsOf({ title, town, theme }: FicheContext, words: readonly string[]): string[] {
  const all = [...words, ...(theme || words.length > 0 ? [] : [lower(thingOf(title))]), town.name]
  const seen = new Set<string>()
  return all.filter(word => {
    const key = word.toLowerCase()
    return !seen.has(key) && seen.add(key) !== undefined
  })
}
