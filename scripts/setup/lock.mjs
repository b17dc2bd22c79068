import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from './root.mjs'

const lock = join(root, '.cairn-setup.lock')

/** Runs `work` while no other set-up of this folder runs; waits for one that does, clears one that died. */
export async function withLock(log, work) {
  for (let waited = false; !take(); waited = true) {
    if (!waited) log('cairn: another set-up is running, waiting for it …')
    await wait(200)
  }
  try {
    await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function take() {
  try {
    mkdirSync(lock)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!holderLives()) rmSync(lock, { recursive: true, force: true })
    return false
  }
  writeFileSync(join(lock, 'pid'), String(process.pid))
  return true
}

function holderLives() {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0)
    return true
  } catch (error) {
    // The file may not be written yet (ENOENT), or the process may be another user's (EPERM).
    return error.code === 'ENOENT' || error.code === 'EPERM'
  }
}
