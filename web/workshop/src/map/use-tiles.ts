import { useMemo } from 'react'
import { useApi } from '../api/index.ts'
import type { Tiles } from './town-map.ts'

/** The base map that this Carnet shows: chosen where it runs. */
export function useTiles(): Tiles | undefined {
  const tiles = useApi<Partial<Tiles>>('/api/map').value
  return useMemo(() => (tiles?.url ? { url: tiles.url, attribution: tiles.attribution ?? '' } : undefined), [tiles])
}
