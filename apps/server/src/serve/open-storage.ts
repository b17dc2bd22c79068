import { mkdir } from 'node:fs/promises'
import { startCluster } from '@cairn/database'
import { createEphemeral, sweepEphemeral } from './ephemeral-database.ts'
import { reachDatabase } from './reach-database.ts'

export interface StorageOptions {
  /** A PostgreSQL of one's own; the embedded one of `dataDirectory` when left out. */
  databaseUrl: string | undefined
  dataDirectory: string
  /** In a database of its own, dropped at close. */
  ephemeral: boolean
  log: (line: string) => void
}

export interface Storage {
  /** With its password: not for logs. */
  url: string
  close(): Promise<void>
}

/** Opens the PostgreSQL that everything is kept in, and takes away what killed processes left in it. */
export async function openStorage({ databaseUrl, dataDirectory, ephemeral, log }: StorageOptions): Promise<Storage> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
  const server = databaseUrl ? await openServer(databaseUrl) : await openCluster(dataDirectory, log)
  try {
    await sweepEphemeral(server.url, log)
    return ephemeral ? await openEphemeral(server) : server
  } catch (error) {
    await server.close()
    throw error
  }
}

async function openServer(url: string): Promise<Storage> {
  await reachDatabase(url)
  return { url, close: async () => undefined }
}

async function openCluster(dataDirectory: string, log: (line: string) => void): Promise<Storage> {
  const cluster = await startCluster({ dataDirectory, log })
  return { url: cluster.url, close: () => cluster.stop() }
}

async function openEphemeral(server: Storage): Promise<Storage> {
  const database = await createEphemeral(server.url)
  let closing: Promise<void> | null = null
  const close = async () => {
    try {
      await database.drop()
    } finally {
      await server.close()
    }
  }
  return { url: database.url, close: () => (closing ??= close()) }
}
