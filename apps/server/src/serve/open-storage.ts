import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { Pool, sessionOf, startCluster } from '@cairn/database'

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

/** Opens the PostgreSQL that everything is kept in. */
export async function openStorage({ databaseUrl, dataDirectory, ephemeral, log }: StorageOptions): Promise<Storage> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
  const server = databaseUrl
    ? { url: databaseUrl, close: async () => undefined }
    : await openCluster(dataDirectory, log)
  if (!ephemeral) return server
  try {
    return await createEphemeral(server)
  } catch (error) {
    await server.close()
    throw error
  }
}

async function openCluster(dataDirectory: string, log: (line: string) => void): Promise<Storage> {
  const cluster = await startCluster({ dataDirectory, log })
  return { url: cluster.url, close: () => cluster.stop() }
}

async function createEphemeral(server: Storage): Promise<Storage> {
  const name = `cairn_ephemeral_${randomBytes(8).toString('hex')}`
  await execute(server.url, `create database ${name}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  let closing: Promise<void> | null = null
  const close = async () => {
    try {
      await execute(server.url, `drop database if exists ${name} with (force)`)
    } finally {
      await server.close()
    }
  }
  return { url: url.href, close: () => (closing ??= close()) }
}

async function execute(url: string, sql: string): Promise<void> {
  const pool = new Pool(url, { size: 1 })
  try {
    await sessionOf(pool).query(sql)
  } finally {
    await pool.close()
  }
}
