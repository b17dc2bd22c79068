import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The Chromium for browser tests: CHROMIUM_PATH, the system's, then Playwright's own; null where there is none. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH
  const found = [...(named ? [named] : []), ...usual].find(canRun)
  return found ?? (await playwrightsOwn())
}

async function playwrightsOwn() {
  try {
    const { chromium } = createRequire(new URL('../../e2e/', import.meta.url))('@playwright/test')
    const path = chromium.executablePath()
    return canRun(path) ? path : null
  } catch {
    return null
  }
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
