import { defineConfig } from 'vitest/config'

/** Browser tests: a real server built in dist/, a real Chromium. One journey at a time: two take as long, each has the whole machine to itself. */
export default defineConfig({
  test: {
    root: new URL('.', import.meta.url).pathname,
    include: ['**/*.test.ts'],
    globalSetup: 'example-town.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
  },
})
