import { z } from 'zod'

/**
 * What Carnet remembers of one copy: kept on the disk before and after each request, so that whatever is cut, the next try knows what may
 * already have been done. Kept as JSON in the delivery's row.
 */
const file = z.object({
  id: z.string().optional(),
  /** As it was seen there after our last sending. */
  print: z.string().optional(),
  /** What we sent last. */
  sha256: z.string().optional(),
  /** A sending began and its end is not known: whatever stands there is ours. */
  sending: z.literal(true).optional(),
})
const memory = z.object({
  id: z.string().optional(),
  /** A creation began: what is found by our key is ours. */
  creating: z.literal(true).optional(),
  /** It was complete there once. */
  opened: z.literal(true).optional(),
  address: z.string().optional(),
  /** A writing of the fields began, and its end is not known. */
  writing: z.literal(true).optional(),
  /** As they were read there after our last writing. */
  fields: z.record(z.string(), z.string()).optional(),
  /** As we sent them last. */
  sent: z.record(z.string(), z.string()).optional(),
  /** By format. */
  files: z.record(z.string(), file),
  /** Fields, and files as `file:csv`, that the town leaves to the place. */
  kept: z.array(z.string()),
  /** What a person decided of what changed there, until a delivery has done it. */
  theirs: z.enum(['keep', 'replace']).optional(),
  /** The town's page that the copy names as its source. */
  page: z.string().optional(),
  /** Tries that failed in a row: the next waits longer. */
  failures: z.number(),
  /** Not to be tried again before this instant. */
  after: z.string().optional(),
})
export type Memory = z.infer<typeof memory>

export const NOTHING: Memory = { files: {}, kept: [], failures: 0 }

/** A row written by an older Carnet, or by nobody yet, is read as a blank memory: the copy is then found again by its key. */
export function readMemory(text: string | null): Memory {
  const read = memory.safeParse(text === null ? undefined : JSON.parse(text))
  return read.success ? read.data : NOTHING
}
