import { readFileSync } from 'node:fs'

/** Resident memory of a process in megabytes, 0 where the system does not tell (the heap limit still holds). */
export function residentMegabytes(pid: number | undefined): number {
  if (pid === undefined) return 0
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1])
    return (pages * PAGE_BYTES) / 1024 / 1024
  } catch {
    return 0
  }
}

/** On every machine that Node runs on today under Linux, but for a few of 64-bit ARM where it is larger: then the watch is only stricter. */
const PAGE_BYTES = 4096
