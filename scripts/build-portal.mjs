// The public pages' style and scripts, each under a name that holds its hash, compressed once, with the list of the names.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const SOURCE = 'web/portal/src'

/** Fonts are named by the style: they are written by its build. */
export async function buildPortal(outdir = 'dist/portal') {
  const { metafile } = await build({
    entryPoints: ['portal.ts', 'portal.css', 'map.ts', 'map.css'].map(name => join(SOURCE, name)),
    outdir,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome100', 'firefox100', 'safari15.4'],
    loader: { '.woff2': 'file', '.png': 'dataurl' },
    metafile: true,
    logLevel: 'warning',
  })
  const names = Object.entries(metafile.outputs).map(([path, { entryPoint }]) => [
    basename(entryPoint ?? path),
    basename(path),
  ])
  writeFileSync(join(outdir, 'manifest.json'), JSON.stringify(Object.fromEntries(named(names))))
  for (const name of readdirSync(outdir)) {
    if (!/\.(?:js|css)$/.test(name)) continue
    const bytes = readFileSync(join(outdir, name))
    writeFileSync(join(outdir, `${name}.br`), brotliCompressSync(bytes))
    writeFileSync(join(outdir, `${name}.gz`), gzipSync(bytes, { level: 9 }))
  }
}

/** `portal.ts` is asked as `portal.js`. */
const named = names => names.map(([from, to]) => [from.replace(/\.ts$/, '.js'), to])
