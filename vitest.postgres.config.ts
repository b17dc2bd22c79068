import { defineConfig } from 'vitest/config'

/** What touches PostgreSQL, once more on a server that is not started by Cairn: see test/stock-postgres.ts. */
export default defineConfig({
  test: {
    include: [
      'packages/database/test/**/*.test.ts',
      'packages/workspace/test/**/*.test.ts',
      'apps/server/test/serve/database-url.test.ts',
      'apps/server/test/test-command.test.ts',
    ],
    exclude: ['packages/database/test/cluster.test.ts'],
    globalSetup: ['test/stock-postgres.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
