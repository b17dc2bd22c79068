import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { findChromium } from '../setup/chromium.mjs'
import { root } from '../setup/root.mjs'
import { serveFolder } from './serve-folder.mjs'

const canonicals = {
  Auth: 'salescrm-auth',
  Crm: 'salescrm-crm',
  Analytics: 'salescrm-analytics',
  Seed: 'salescrm-seed',
}

/** The sales CRM passes its own test over HTTP. */
export async function smokeCrm(corpus) {
  const folder = join(corpus, 'xano-community+sales-pipeline-crm')
  let result
  await serveFolder(join(folder, 'backend'), canonicals, async ({ url }) => {
    result = await output('python3', [join(folder, 'tests/api_smoke.py'), url])
  })
  return {
    name: 'smoke',
    ok: result.code === 0,
    summary: /== (\d+ passed, \d+ failed) ==/.exec(result.text)?.[1] ?? `ended with ${result.code}`,
    details: result.code === 0 ? [] : result.text.split('\n').filter((line) => /✗|Error/.test(line)),
  }
}

/** A browser goes through the sales CRM's own front end: see e2e/corpus. */
export async function driveCrm() {
  const chromium = await findChromium()
  if (!chromium) return { name: 'frontend', ok: false, summary: 'no Chromium found: set CHROMIUM_PATH', details: [] }
  const command = ['e2e/node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/corpus.config.ts']
  const { code, text } = await output(process.execPath, command, { CHROMIUM_PATH: chromium })
  return {
    name: 'frontend',
    ok: code === 0,
    summary: code === 0 ? 'signed in, read the forecast and the board' : 'failed',
    details: code === 0 ? [] : text.split('\n'),
  }
}

async function output(command, args, env = {}) {
  const run = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [run.stdout, run.stderr]) stream.setEncoding('utf8').on('data', (part) => (text += part))
  const [code] = await once(run, 'close')
  return { code, text }
}
