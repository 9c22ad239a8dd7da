/** How everything that runs on Node is bundled: packages stay outside, `node_modules` is beside. */
export const FOR_NODE = {
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
}
