export interface SandboxLimits {
  readonly maxFileBytes: number
  /** Time given to any file, then to each megabyte of it, then the most that any file gets; milliseconds. */
  readonly baseMs: number
  readonly msPerMegabyte: number
  readonly maxMs: number
  /** How many times the limit a file may take by the wall's clock, waiting for its turn on a busy machine: time is the processor's. */
  readonly patience: number
  /** Heap of the engine, and resident memory of the whole child process; megabytes. */
  readonly heapMegabytes: number
  readonly residentMegabytes: number
}

/** A small file has eight seconds, which leaves room for start-up within ten; a true 20 MB workbook needs a few more on an old machine. */
export const LIMITS: SandboxLimits = {
  maxFileBytes: 512 * 1024 * 1024,
  baseMs: 8_000,
  msPerMegabyte: 1_000,
  maxMs: 60_000,
  // Crafted files are answered within ten seconds.
  patience: 1.2,
  heapMegabytes: 700,
  residentMegabytes: 1_000,
}

/** The first four megabytes are covered by the base: crafted files are small, and their answer must come within ten seconds. */
export const timeLimit = (size: number, { baseMs, msPerMegabyte, maxMs }: SandboxLimits): number =>
  Math.min(maxMs, baseMs + Math.max(0, size / 1024 / 1024 - 4) * msPerMegabyte)
