import type { NodeBody } from '../../contract/register.ts'

/** Columns of the table of who has what, in its order: a line for each place of a node. The last two tell homonyms apart. */
export const CSV = {
  kind: 'nature',
  name: 'nom',
  above: 'rattaché à',
  edge: 'lien',
  hat: 'casquette',
  role: 'fonction',
  mail: 'courriel',
  phone: 'téléphone',
  absentUntil: 'absence jusqu’au',
  askInstead: 's’adresser à',
  status: 'où il en est',
  link: 'adresse web',
  remark: 'remarque',
  id: 'repère',
  aboveId: 'repère du rattachement',
} as const
export type CsvColumn = keyof typeof CSV
export const CSV_COLUMNS = Object.keys(CSV) as CsvColumn[]
export const CSV_BODY = [
  'role',
  'mail',
  'phone',
  'absentUntil',
  'askInstead',
  'link',
  'remark',
] as const satisfies readonly (keyof NodeBody)[]
