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

/**
 * Processor time that a process has used, in milliseconds; undefined where the system does not tell. The 14th and 15th fields of `stat`
 * (proc(5)), in hundredths of a second; the name before them may hold spaces and parentheses.
 */
export function processorMilliseconds(pid: number | undefined): number | undefined {
  if (pid === undefined) return undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
    return (Number(user) + Number(system)) * 10
  } catch {
    return undefined
  }
}

/** On every machine that Node runs on today under Linux, but for a few of 64-bit ARM where it is larger: then the watch is only stricter. */
const PAGE_BYTES = 4096
