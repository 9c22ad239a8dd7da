import { useApi } from '../api/index.ts'
import type { Tiles } from './town-map.ts'

/** The base map that this Carnet shows: chosen where it runs. */
export const useTiles = (): Tiles | undefined => useApi<Tiles>('/api/map').value
