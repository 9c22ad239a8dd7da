import { BY_THEME } from './by-theme.ts'
import { looksLikePerson } from './contact.ts'
import type { FicheContext } from './context.ts'
import type { Fiche, FicheField } from './fiche.ts'
import { adviseLicence } from './licence.ts'
import { FREQUENCY_WORDS } from './questions.ts'
import { adviseTitle } from './title.ts'

/** One sentence, and a value ready to be taken when there is one. */
export interface Advice {
  readonly sentence: string
  readonly take?: NonNullable<Fiche[FicheField]>
}

/** What Carnet would say of what stands in a box, were it asked; nothing when there is nothing to say. */
export function advise(field: FicheField, value: unknown, context: FicheContext): Advice | undefined {
  switch (field) {
    case 'title':
      return typeof value === 'string' ? adviseTitle(value, context) : undefined
    case 'description':
      return adviseDescription(String(value ?? ''))
    case 'licence':
      return adviseLicence(value as Fiche['licence'] | undefined, context)
    case 'frequency':
      return value === undefined ? adviseFrequency(context) : undefined
    case 'contact':
      return adviseContact(value as Fiche['contact'] | undefined, context)
    case 'temporal':
      return value === undefined && context.coverage
        ? {
            sentence:
              'Aucune colonne de dates ne permet de la calculer. Si ces données décrivent une situation, donnez le jour où elle a été relevée.',
          }
        : undefined
    case 'spatial':
      return adviseSpatial(context)
    default:
      return undefined
  }
}

const adviseDescription = (text: string): Advice | undefined =>
  text !== '' && text.length < 40
    ? { sentence: 'Une phrase de plus aidera : qui est concerné, ce que disent les colonnes, ce qui n’y est pas.' }
    : undefined

function adviseFrequency({ theme }: FicheContext): Advice | undefined {
  const usual = theme && BY_THEME[theme.slug]?.frequency
  return (
    usual && { sentence: `D’autres communes répondent le plus souvent : « ${FREQUENCY_WORDS[usual]} ».`, take: usual }
  )
}

function adviseContact(contact: Fiche['contact'] | undefined, { town }: FicheContext): Advice | undefined {
  if (!contact)
    return {
      sentence:
        'Une adresse de service reste la même quand les personnes changent : accueil, mairie, service animation.',
    }
  if (looksLikePerson(contact))
    return {
      sentence:
        'Cela ressemble au nom d’une personne. La fiche est publique et reste longtemps : donnez plutôt un service et son adresse (« mairie@… »).',
    }
  if (contact.mail === undefined && contact.url === undefined)
    return { sentence: `Ajoutez une adresse de courriel ou une page où écrire à « ${contact.name} », ${town.name}.` }
  return undefined
}

/** Where the codes of other towns are in the data. */
function adviseSpatial({ coverage, town }: FicheContext): Advice | undefined {
  const others = (coverage?.communes ?? []).filter(code => code !== town.insee)
  if (others.length === 0) return undefined
  return {
    sentence:
      others.length === 1
        ? `Des lignes portent le code INSEE d’une autre commune (${others[0]}).`
        : `Des lignes portent le code INSEE de ${others.length} autres communes.`,
  }
}
