import base from './playwright.config.ts'

/** Takes the pictures of docs/screens: `node scripts/screens.mjs`. */
export default { ...base, testDir: 'screens', outputDir: '../node_modules/.cairn/screens', timeout: 180_000 }
