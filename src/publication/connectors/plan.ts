import { type Copy, type Place, PlaceProblem } from '../../adapters/connector.ts'
import type { CopyPlan } from '../../contract/copies.ts'
import { type Comparison, compare } from './compare.ts'
import type { Memory } from './memory.ts'

/** The dry run of one set: what a delivery would do, by the comparison that it will itself make. */
export async function plan(open: () => Place, copy: Copy, set: string, memory: Memory): Promise<CopyPlan> {
  const none = { set, title: copy.fiche.title, create: false, fields: [], files: [], others: 0, changes: [] }
  try {
    const place = open()
    try {
      return { ...none, ...planned(place, await compare(place, copy, memory)) }
    } finally {
      await place.close?.()
    }
  } catch (error) {
    if (error instanceof PlaceProblem) return { ...none, problem: error.message }
    throw error
  }
}

const planned = (place: Place, { there, create, wanted, fields, files, remove, others, changes }: Comparison) => ({
  create,
  ...(there && there.address !== '' && { address: there.address }),
  fields: create
    ? Object.entries(wanted)
        .filter(([, now]) => now !== '')
        .map(([field, now]) => ({ label: place.labels[field] ?? field, was: '', now }))
    : fields.map(({ label, was, now }) => ({ label, was, now })),
  files: [
    ...files.map(({ file, act }) => ({ name: file.name, act })),
    ...remove.map(({ name }) => ({ name, act: 'remove' as const })),
  ],
  others,
  changes: changes.map(({ sentence }) => sentence),
})
