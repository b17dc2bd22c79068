import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startCluster } from '@cairn/database'
import { createEphemeral, sweepEphemeral } from './ephemeral-database.ts'
import { createEphemeralFiles, sweepEphemeralFiles } from './ephemeral-files.ts'
import { reachDatabase } from './reach-database.ts'

export interface StorageOptions {
  /** A PostgreSQL of one's own; the embedded one of `dataDirectory` when left out. */
  databaseUrl: string | undefined
  dataDirectory: string
  /** In a database and a folder of files of its own, both gone at close. */
  ephemeral: boolean
  log: (line: string) => void
}

export interface Storage {
  /** With its password: not for logs. */
  url: string
  /** The folder of stored files. */
  files: string
  close(): Promise<void>
}

type Server = Omit<Storage, 'files'>

/** Opens the PostgreSQL that everything is kept in, and takes away what killed processes left in it. */
export async function openStorage({ databaseUrl, dataDirectory, ephemeral, log }: StorageOptions): Promise<Storage> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
  const server = databaseUrl ? await openServer(databaseUrl) : await openCluster(dataDirectory, log)
  try {
    await sweepEphemeral(server.url, log)
    await sweepEphemeralFiles(dataDirectory)
    if (ephemeral) return await openEphemeral(server, dataDirectory)
    return { ...server, files: join(dataDirectory, 'files') }
  } catch (error) {
    await server.close()
    throw error
  }
}

async function openServer(url: string): Promise<Server> {
  await reachDatabase(url)
  return { url, close: async () => undefined }
}

async function openCluster(dataDirectory: string, log: (line: string) => void): Promise<Server> {
  const cluster = await startCluster({ dataDirectory, log })
  return { url: cluster.url, close: () => cluster.stop() }
}

async function openEphemeral(server: Server, dataDirectory: string): Promise<Storage> {
  const files = await createEphemeralFiles(dataDirectory)
  const database = await createEphemeral(server.url)
  let closing: Promise<void> | null = null
  const close = async () => {
    try {
      await rm(files, { recursive: true, force: true })
      await database.drop()
    } finally {
      await server.close()
    }
  }
  return { url: database.url, files, close: () => (closing ??= close()) }
}
