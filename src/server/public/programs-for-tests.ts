import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A program of this machine, by its name; undefined: it is not installed. */
export const programCalled = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(':')
    .map(folder => join(folder, name))
    .find(path => existsSync(path))

/** The system's own Python, that has the packages of the system. Undefined: this module is not there. */
export async function pythonWith(module: string): Promise<string | undefined> {
  const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : programCalled('python3')
  if (!python) return undefined
  return answerOf(python, ['-c', `import ${module}`]).then(
    () => python,
    () => undefined,
  )
}

/** What a program answers; rejects with what it complained of. */
export async function answerOf(program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(program, [...args], { maxBuffer: 64 * 1024 * 1024, timeout: 60_000 })
  return stdout
}
