import { openCaches } from '../ports/cache/open-cache.ts'
import { clockPort } from '../ports/clock-port.ts'
import { createHttpClient } from '../ports/http/http-client.ts'
import { unavailableFiles } from '../ports/unavailable-ports.ts'
import type { SharedPorts } from './workspace-ports.ts'

/** Without `redisUrl` every process has a cache of its own. */
export async function openSharedPorts(redisUrl: string | null): Promise<SharedPorts & { close(): Promise<void> }> {
  const caches = await openCaches({ clock: clockPort, redisUrl })
  const http = createHttpClient()
  return {
    http,
    cache: (workspace) => caches.workspace(workspace),
    files: () => unavailableFiles(),
    async close() {
      http.close()
      await caches.close()
    },
  }
}
