import type { RecipeStep } from '../recipe/step.ts'
import type { FicheContext } from './context.ts'
import { speaksOfOsm } from './coverage.ts'
import type { Licence } from './fiche.ts'

export const LICENCE_NAMES: Readonly<Record<Licence, string>> = {
  lov2: 'Licence Ouverte 2.0',
  'odc-odbl': 'ODbL (Open Database License)',
}

/** What a person must say before a licence can be chosen. */
export interface LicenceDoubts {
  /** Where OpenStreetMap is named: « la colonne « Source » », « le fichier « export osm.csv » ». */
  readonly osm: readonly string[]
  /** Files that seem to come from a firm or from another administration. */
  readonly others: readonly string[]
}

export function licenceDoubts({ steps, sources, coverage }: FicheContext): LicenceDoubts {
  const files = sources.map(({ name }) => name)
  return {
    osm: [
      ...files.filter(speaksOfOsm).map(name => `le fichier « ${name} »`),
      ...(coverage?.osm ?? []).map(column => `la colonne « ${column} »`),
      ...(steps.some(step => !step.off && stepSpeaksOfOsm(step)) ? ['une étape de la préparation'] : []),
    ],
    others: sources
      .filter(({ name, department }) => OTHERS.test(`${name} ${department ?? ''}`))
      .map(({ name }) => `le fichier « ${name} »`),
  }
}

/** A firm that works for the town, an energy or waste board, another administration. */
const OTHERS =
  /prestataire|d[eé]l[eé]gataire|concession|exploitant|soci[eé]t[eé]|\bs\.?a\.?s\.?u?\b|\bsarl\b|\bsem\b|\bspl\b|syndicat|communaut[eé]|agglom|m[eé]tropole|intercommun|\bepci\b|d[eé]partement|r[eé]gion|pr[eé]fecture|enedis|\bgrdf\b|veolia|suez|\bsaur\b|indigo|\beffia\b|izivia|\bign\b|insee/i

/** Only what a person or Carnet wrote in it: a row's identity says nothing of where the data comes from. */
const stepSpeaksOfOsm = ({ step, reason }: RecipeStep): boolean => {
  // Hours are written in OpenStreetMap's code: nothing of it comes from there.
  if (step.type !== 'hours' && speaksOfOsm(reason)) return true
  switch (step.type) {
    case 'add-constant':
    case 'fill':
      return speaksOfOsm(step.value)
    case 'geocode':
      return speaksOfOsm(step.addresses)
    case 'select-table':
    case 'merge':
    case 'append':
      return speaksOfOsm(`${step.source ?? ''} ${step.sheet ?? ''}`)
    default:
      return false
  }
}

/** Licence Ouverte 2.0, unless somebody must first say where the data comes from (CRPA L323-2, D323-2-1). */
export function proposeLicence(context: FicheContext): Licence | undefined {
  const { osm, others } = licenceDoubts(context)
  return osm.length + others.length === 0 ? 'lov2' : undefined
}

export function adviseLicence(
  licence: Licence | undefined,
  context: FicheContext,
): { sentence: string; take?: Licence } | undefined {
  const { osm, others } = licenceDoubts(context)
  if (osm.length > 0 && licence !== 'odc-odbl')
    return {
      sentence: `OpenStreetMap est cité dans ${listed(osm)}. Si des positions ou des noms en viennent, sa licence suit les données : choisissez l’ODbL.`,
      take: 'odc-odbl',
    }
  if (others.length > 0)
    return {
      sentence: `${capital(listed(others))} semble venir d’une entreprise ou d’une autre administration. Vérifiez au contrat ou à la convention que la commune peut l’ouvrir : ce sur quoi un tiers a des droits d’auteur ne s’ouvre pas sans lui (code des relations entre le public et l’administration, art. L321-2).`,
      ...(licence === undefined && { take: 'lov2' as const }),
    }
  const holder = context.theme?.holder ?? ''
  if (licence === 'lov2' && /exploitant|syndicat|entreprise|intercommunalit|prestataire|gestionnaire/i.test(holder))
    return {
      sentence: `Ces données sont souvent tenues hors de la mairie (${uncapital(holder)}). Si c’est votre cas, vérifiez que le contrat ou la convention permet de les ouvrir.`,
    }
  return undefined
}

const listed = (all: readonly string[]): string =>
  all.length <= 1 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} et ${all.at(-1)}`
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
