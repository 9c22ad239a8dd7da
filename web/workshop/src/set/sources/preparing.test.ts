import { expect, test } from 'vitest'
import type { JobCard } from '../../../../../src/contract/sets.ts'
import { isPreparing } from './preparing.ts'

const job = (more: Partial<JobCard>): JobCard => ({
  id: 'a',
  kind: 'propose',
  title: '',
  state: 'running',
  progress: 0,
  message: '',
  createdAt: '2026-11-25T00:00:00Z',
  ...more,
})

test('the set says that a job runs before anything is heard of it', () => {
  expect(isPreparing(undefined, undefined)).toBe(false)
  expect(isPreparing('a', undefined)).toBe(true)
  expect(isPreparing('a', job({}))).toBe(true)
})

test('what is heard is newer than what the set said', () => {
  expect(isPreparing('a', job({ state: 'done' }))).toBe(false)
  expect(isPreparing(undefined, job({ state: 'queued' }))).toBe(true)
  expect(isPreparing('b', job({ state: 'done' }))).toBe(true)
})

test('other work on the set does not hold the files', () => {
  expect(isPreparing('a', job({ kind: 'compare' }))).toBe(false)
})
