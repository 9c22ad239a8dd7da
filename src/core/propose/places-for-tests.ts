import { parseModel } from '../models/parse-model.ts'
import { findColumn, type Table, tableFromRows } from '../table/table.ts'
import type { Proposal } from './index.ts'

/** A small model of places with every kind of field that a proposal looks at. */
export const MODEL = parseModel(
  {
    name: 'lieux',
    fields: [
      { name: 'id', type: 'string', constraints: { required: true, pattern: '^\\d{5}-L-\\d{3}$' } },
      { name: 'nom', type: 'string', constraints: { required: true } },
      { name: 'insee', type: 'string', constraints: { required: true, pattern: '^\\d{5}$' } },
      { name: 'adresse', type: 'string' },
      { name: 'etat', type: 'string', constraints: { enum: ['En service', 'Hors service'] } },
      { name: 'gratuit', type: 'boolean', trueValues: ['true'], falseValues: ['false'] },
      { name: 'places', type: 'integer' },
      { name: 'telephone', type: 'string', constraints: { pattern: '^\\+33\\d{9}$' } },
      { name: 'date_maj', type: 'date' },
    ],
  },
  {
    kind: 'carnet',
    idRule: { field: 'id', pattern: '{insee}-L-{number:3}' },
    fields: {
      id: { role: 'id', meaning: 'Un code qui ne change pas.', examples: ['78217-L-001'] },
      nom: { role: 'name', meaning: 'Le nom du lieu.', examples: ['Parc du Château'], synonyms: ['intitulé du lieu'] },
      insee: { role: 'insee', meaning: 'Le code de la commune.', examples: ['78217'] },
      adresse: { role: 'address', meaning: 'Le numéro et la rue.', examples: ['1 rue Haute'], synonyms: ['situation'] },
      telephone: { role: 'phone', meaning: 'Le numéro de l’accueil.', examples: ['+33199001234'] },
    },
  },
)
export const TOWN = { insee: '78217', name: 'Épône', postcodes: ['78680'], department: '78' }
export const table = (names: string[], ...rows: string[][]): Table =>
  tableFromRows(names, rows, { source: 'lieux.xlsx' })
export const cells = ({ result }: Pick<Proposal, 'result'>, name: string) => findColumn(result.table, name)?.cells
export const reasons = (steps: Proposal['certain']) => steps.map(({ reason }) => reason).join('\n')
