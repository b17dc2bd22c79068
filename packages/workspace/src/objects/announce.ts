import pg from 'pg'
import type { Transaction } from '../records.ts'
import type { PublishedEvent } from '../types.ts'

const CHANNEL = 'cairn_published'
const RETRY_MS = 1_000

interface BranchState {
  workspaceId: number
  name: string
  live: boolean
  revision: number
}

const eventOf = ({ workspaceId, name, live, revision }: BranchState): PublishedEvent => ({
  workspaceId,
  branch: name,
  live,
  revision,
})

/** Raises the branch's revision and tells every process once the transaction commits. */
export const announce = async (tx: Transaction, branchId: number): Promise<void> => {
  const branch = await tx.branch.update({ where: { id: branchId }, data: { revision: { increment: 1 } } })
  await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, ${JSON.stringify(eventOf(branch))})`
}

/** Announces the live branch: what the whole workspace shares, such as URL segments, has changed. */
export const announceLive = async (tx: Transaction, workspaceId: number): Promise<void> => {
  const live = await tx.branch.findFirstOrThrow({ where: { workspaceId, live: true }, select: { id: true } })
  await announce(tx, live.id)
}

/** Announces that a workspace is no more. */
export const announceGone = async (tx: Transaction, workspaceId: number): Promise<void> => {
  const event: PublishedEvent = { workspaceId, branch: '', live: true, revision: 0, gone: true }
  await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, ${JSON.stringify(event)})`
}

/**
 * Listens on a connection of its own and connects again when it is lost. What was announced meanwhile was missed, so
 * then it calls back for every branch with the revision it has now.
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
        else await catchUp(client)
        return
      } catch {
        // PostgreSQL is away; try again.
      }
    }
  }

  async function catchUp(fresh: pg.Client): Promise<void> {
    const { rows } = await fresh.query<BranchState>(
      'SELECT workspace_id AS "workspaceId", name, live, revision FROM cairn.branch ORDER BY id',
    )
    for (const branch of rows) callback(eventOf(branch))
  }

  return async () => {
    stopped = true
    await client.end()
  }
}
