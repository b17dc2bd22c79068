import base from './playwright.config.ts'

/** What needs the real workspaces below CAIRN_CORPUS: `npm run corpus` runs it, `npm test` does not. */
export default { ...base, testDir: 'corpus', outputDir: '../node_modules/.cairn/corpus-browser', timeout: 120_000 }
