import { defineConfig } from '@playwright/test'

/** `npm test` names the system's Chromium; Playwright's own is never downloaded. */
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

export default defineConfig({
  testDir: 'tests',
  outputDir: '../node_modules/.cairn/browser',
  // One server with its own PostgreSQL at a time.
  workers: 1,
  forbidOnly: true,
  timeout: 60_000,
  // A busy machine is slower than any limit once in a while; what passes only then is reported as flaky.
  retries: 1,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    trace: 'retain-on-failure',
    locale: 'en-US',
    launchOptions: {
      executablePath,
      // Containers have neither the privileges its sandbox needs nor much of /dev/shm.
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    },
  },
})
