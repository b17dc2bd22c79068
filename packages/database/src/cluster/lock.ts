import { readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { ClusterError } from './cluster-error.ts'
import { isAlive, processToken } from './process-token.ts'

/**
 * Runs `work` while this process alone holds `file`. A lock left behind by a process that died is taken over.
 * Rejects with `busy` after `patience` milliseconds.
 */
export async function withLock<T>(file: string, work: () => Promise<T>, patience = 120_000): Promise<T> {
  const giveUp = Date.now() + patience
  while (!(await take(file))) {
    if (Date.now() > giveUp) {
      throw new ClusterError('busy', `Another process has been holding ${file} for too long.`, {
        hint: 'If no other Cairn is starting, delete that file.',
      })
    }
    await sleep(20)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, processToken(process.pid), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const holder = await readFile(file, 'utf8').catch(() => null)
  // Empty: the holder is between creating and writing it.
  if (holder !== null && holder !== '' && !isAlive(holder)) await rm(file, { force: true })
  return false
}
