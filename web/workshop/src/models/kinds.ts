import type { ModelChoice } from '../../../../src/contract/sets.ts'

export const KINDS: Readonly<Record<ModelChoice['kind'], string>> = {
  national: 'Modèle national',
  carnet: 'Modèle de Carnet',
  town: 'Modèle de la commune',
  foreign: 'Modèle venu d’ailleurs',
}
