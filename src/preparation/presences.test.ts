import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Presences } from './presences.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const page = (name: string, tab = 'sources') => ({ page: name, name: 'Anne', tab })

test('a page that is no longer heard has left; what is said again is no news', () => {
  const told: number[] = []
  const presences: Presences = new Presences((insee, slug) => told.push(presences.of(insee, slug).length))
  presences.here('78217', 'dae', page('a'))
  presences.here('78217', 'dae', page('b'))
  expect(told).toEqual([1, 2])
  vi.advanceTimersByTime(30_000)
  presences.here('78217', 'dae', page('a'))
  expect(told).toEqual([1, 2])
  vi.advanceTimersByTime(20_000)
  expect(presences.of('78217', 'dae')).toEqual([page('a')])
  presences.here('78217', 'dae', page('a', 'nettoyage'))
  expect(told).toEqual([1, 2, 1, 1])
  vi.advanceTimersByTime(45_000)
  expect([presences.of('78217', 'dae'), told.at(-1)]).toEqual([[], 0])
})

test('another set and another town see nobody', () => {
  const presences = new Presences(() => undefined)
  presences.here('78217', 'dae', page('a'))
  expect([presences.of('78217', 'parkings'), presences.of('78361', 'dae')]).toEqual([[], []])
  presences.close()
})
