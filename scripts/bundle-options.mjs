/** Packages of hundreds of small files in plain ESM: one file loads in three quarters of the time, and 15 MB less. */
const INSIDE = /^(?:kysely|zod)(?:\/|$)/

/** The other packages stay outside, `node_modules` is beside. */
const packages = {
  name: 'packages',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^[^./]/ }, ({ kind, path }) =>
      kind === 'entry-point' || INSIDE.test(path) ? undefined : { path, external: true },
    )
  },
}

/** How everything that runs on Node is bundled. */
export const FOR_NODE = {
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  plugins: [packages],
  logLevel: 'warning',
}
