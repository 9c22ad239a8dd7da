import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where example towns are kept, ready to be copied. */
    readonly exampleTowns: string
  }
}

/** The example town takes seconds to make: it is made once, by the first journey that asks for it, and each starts from a copy. */
export default function exampleTowns(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'carnet-e2e-towns-'))
  project.provide('exampleTowns', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
