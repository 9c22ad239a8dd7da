import type { Licence } from '../core/fiche/fiche.ts'
import { ofTown } from '../core/places/communes/of-town.ts'
import type { Copy } from './connector.ts'

export const LICENCE_NAMES: Readonly<Record<Licence, string>> = {
  lov2: 'Licence Ouverte 2.0 (Etalab)',
  'odc-odbl': 'Open Database License (ODbL) 1.0',
}

/** The fiche as one text, for places that have a single box; it ends with where the source is. */
export function describedCopy({ fiche, page, town }: Copy): string {
  const parts = [
    fiche.description,
    titled('Pourquoi ces données', fiche.purpose),
    titled('Comment elles sont collectées', fiche.collection),
    titled('Traitements', fiche.processing),
    titled('Usages possibles', fiche.uses),
    titled('À savoir avant de s’en servir', fiche.considerations),
    titled('Contact', contactOf(fiche.contact)),
    titled(
      'Source',
      `Cette page est une copie, tenue à jour par la commune. L’original est sur le portail ${ofTown(town)} : ${page}`,
    ),
  ]
  return parts.filter(Boolean).join('\n\n').trim()
}

const titled = (title: string, text: string): string => (text.trim() === '' ? '' : `**${title}**\n\n${text.trim()}`)

const contactOf = ({ name, mail, url }: Copy['fiche']['contact']): string =>
  [name, mail, url].filter(Boolean).join(', ')

/** The same, to be put beside files: `commerces.fiche.txt`. */
export const ficheText = (copy: Copy): string =>
  [
    copy.fiche.title,
    describedCopy(copy).replaceAll('**', ''),
    `Licence\n\n${LICENCE_NAMES[copy.fiche.licence]}`,
    `Version\n\n${copy.hash}, du ${copy.modifiedAt.slice(0, 10)}\n`,
  ].join('\n\n')

/** « défibrillateurs », « santé publique » : letters, figures, spaces and hyphens, what every catalog takes. */
export const plainTag = (keyword: string): string =>
  keyword
    .normalize('NFC')
    .replace(/[’']/g, ' ')
    .replace(/[^\p{L}\p{N} _.-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
