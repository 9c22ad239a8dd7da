import type { BuildOptions } from 'esbuild'

export const FOR_NODE: BuildOptions
