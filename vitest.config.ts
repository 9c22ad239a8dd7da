import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.{ts,tsx}'],
    globalSetup: ['test/build-reader.ts', 'test/start-postgres.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Reading the modules anew for each file cost more than the tests: no test may leave anything behind in them.
    isolate: false,
    maxWorkers: 2,
  },
})
