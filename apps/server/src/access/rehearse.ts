import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Host } from '../http/handle-request.ts'
import { createHttpServer } from '../http/http-server.ts'
import type { Served, ServedBranch } from '../http/served.ts'
import { defaultLimits } from '../serve/default-limits.ts'
import { rehearsalPorts } from './rehearsal-ports.ts'

/** Milliseconds that a rehearsed request may take. */
export const REHEARSAL_DEADLINE = 5_000

/** Runs `work` with the URL of a server of its own on the loopback: the same endpoints, tokens and data, and nothing stays. */
export async function rehearse<Result>(
  own: ServedBranch,
  canonical: string,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const branch: ServedBranch = {
    ...own,
    async ports(datasource) {
      const open = await own.ports(datasource)
      return open === null ? null : (request) => rehearsalPorts(open(request))
    },
  }
  const served: Served = { live: branch, branch: (name) => (name === branch.name ? branch : null) }
  const nothing: Host['pages'] = (_incoming, outgoing) => void outgoing.writeHead(404).end()
  const server = createHttpServer({
    served: new Map([[canonical, served]]),
    notes: false,
    limits: { ...defaultLimits, deadline: REHEARSAL_DEADLINE },
    meta: nothing,
    vault: nothing,
    pages: nothing,
    maxBody: 1024 * 1024,
    report: () => undefined,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  try {
    return await work(`http://127.0.0.1:${port}/api:${canonical}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
