import { readFileSync } from 'node:fs'

/** Names a process so that a later one with the same number is not taken for it: `pid` or, where known, `pid:start`. */
export function processToken(pid: number): string {
  const start = startTime(pid)
  return start === null ? String(pid) : `${pid}:${start}`
}

/** Whether the process of that token still runs. */
export function isAlive(token: string): boolean {
  const pid = Number.parseInt(token, 10)
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it runs, as somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return !token.includes(':') || token === processToken(pid)
}

/** Ticks since boot at which the process started; null on systems that do not tell, and for a zombie. */
function startTime(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const afterName = fields.slice(fields.lastIndexOf(')') + 2).split(' ')
    return afterName[0] === 'Z' ? null : (afterName[19] ?? null)
  } catch {
    return null
  }
}
