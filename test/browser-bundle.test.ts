import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const CORE = new URL('../src/core', import.meta.url).pathname

const entries = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entries(path)
    return /\.ts$/.test(entry.name) && !/\.test\.ts$/.test(entry.name) ? [path] : []
  })

test('the whole core bundles for a browser: no Node module is reached', async () => {
  // esbuild fails on `node:fs` and its like when the platform is a browser; that failure is the proof.
  const { errors, outputFiles } = await build({
    entryPoints: entries(CORE),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    outdir: 'unused',
    logLevel: 'silent',
  })
  expect(errors).toEqual([])
  expect(outputFiles.length).toBeGreaterThan(0)
  for (const { text } of outputFiles) expect(text).not.toMatch(/\bfrom\s*["']node:/)
})
