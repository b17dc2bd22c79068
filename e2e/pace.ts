import type { Page } from '@playwright/test'

const BUSY_MS = 150

/** How many times as long work takes as the processor spends on it: 1 on a machine that does nothing else. */
export function contention(): number {
  const [start, before] = [performance.now(), process.cpuUsage().user]
  while (process.cpuUsage().user - before < BUSY_MS * 1_000) Math.hypot(Math.random(), Math.random())
  return Math.max(1, (performance.now() - start) / BUSY_MS)
}

/**
 * Watches the main thread of a page. The function it resolves to tells how many milliseconds of processor time it took
 * since then, whatever else the machine did meanwhile.
 */
export async function watchWork(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000
  }
  const before = await spent()
  return async () => {
    const after = await spent()
    await session.detach()
    return after - before
  }
}
