import { Agent as PlainAgent } from 'node:http'
import { Agent as SecureAgent, type AgentOptions } from 'node:https'
import type { LookupFunction } from 'node:net'

/** How much of a server's certificate is checked. */
export type Verification = 'all' | 'chain' | 'nothing'

/**
 * Connections kept open between requests. Those that check less of a certificate never serve a request that asks for
 * more. A pooled connection goes where its lookup allowed it to go.
 */
export interface Connections {
  agent(protocol: string, verification: Verification): PlainAgent
  close(): void
}

/** An idle connection is closed before most servers close it, so that a request rarely meets a dead one. */
const idleMilliseconds = 4000

export function createConnections(lookup: LookupFunction): Connections {
  const shared: AgentOptions = { lookup, keepAlive: true, maxFreeSockets: 64, timeout: idleMilliseconds }
  const plain = new PlainAgent(shared)
  const secure: Record<Verification, SecureAgent> = {
    all: new SecureAgent({ ...shared, rejectUnauthorized: true }),
    chain: new SecureAgent({ ...shared, rejectUnauthorized: true, checkServerIdentity: () => undefined }),
    nothing: new SecureAgent({ ...shared, rejectUnauthorized: false }),
  }
  return {
    agent: (protocol, verification) => (protocol === 'https:' ? secure[verification] : plain),
    close() {
      for (const agent of [plain, ...Object.values(secure)]) agent.destroy()
    },
  }
}
