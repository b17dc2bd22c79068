import pg from 'pg'
import type { Transaction } from '../records.ts'
import type { PublishedEvent } from '../types.ts'

const CHANNEL = 'cairn_published'
const RETRY_MS = 1_000

/** Raises the branch's revision and tells every process once the transaction commits. */
export const announce = async (tx: Transaction, branchId: number): Promise<void> => {
  const branch = await tx.branch.update({ where: { id: branchId }, data: { revision: { increment: 1 } } })
  const event: PublishedEvent = { workspaceId: branch.workspaceId, branch: branch.name, revision: branch.revision }
  await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, ${JSON.stringify(event)})`
}

/**
 * Listens on a connection of its own and connects again when it is lost. Events sent meanwhile are missed, so a
 * listener that matters compares `revision` with what it has loaded.
 */
export const listen = async (url: string, callback: (event: PublishedEvent) => void): Promise<() => Promise<void>> => {
  let stopped = false
  let client = await subscribe()

  async function subscribe(): Promise<pg.Client> {
    const fresh = new pg.Client({ connectionString: url, application_name: 'cairn listen', keepAlive: true })
    fresh.on('notification', (message) => callback(JSON.parse(message.payload ?? '') as PublishedEvent))
    fresh.on('error', () => undefined)
    await fresh.connect()
    await fresh.query(`LISTEN ${CHANNEL}`)
    fresh.once('end', () => void reconnect())
    return fresh
  }

  async function reconnect(): Promise<void> {
    while (!stopped) {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref())
      try {
        client = await subscribe()
        if (stopped) await client.end()
        return
      } catch {
        // PostgreSQL is away; try again.
      }
    }
  }

  return async () => {
    stopped = true
    await client.end()
  }
}
