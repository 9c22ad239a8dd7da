import type { NodeBody } from '../../contract/register.ts'

/** Names of the attributes that say what a mind map cannot: FreeMind and Freeplane show them, and Carnet reads them back. */
export const KIND = 'nature'
export const EDGE = 'lien'
export const HAT = 'casquette'
export const BODY = {
  role: 'fonction',
  mail: 'courriel',
  phone: 'téléphone',
  absentUntil: 'absence jusqu’au',
  askInstead: 's’adresser à',
  remark: 'remarque',
} as const satisfies Partial<Record<keyof NodeBody, string>>

/** FreeMind wants a letter first. */
export const toId = (id: string): string => `ID_${id}`
export const fromId = (id: string): string =>
  id
    .replace(/^ID_/, '')
    .replace(/[^\w-]/g, '-')
    .slice(0, 80) || 'case'
