import { join, resolve } from 'node:path'
import { projectRoot } from './project-root.ts'

export interface DataLocation {
  databaseUrl: string | undefined
  dataDirectory: string
  redisUrl: string | null
  /** Whether stacks may call this machine and its own network. */
  allowPrivateRequests: boolean
}

/** Where an installation keeps its data, by the environment. */
export function dataLocation(env: Readonly<Record<string, string | undefined>>): DataLocation {
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, CAIRN_DATA_DIR: folder } = env
  return {
    databaseUrl: databaseUrl || undefined,
    dataDirectory: folder ? resolve(folder) : join(projectRoot(), '.cairn'),
    redisUrl: redisUrl || null,
    allowPrivateRequests: env['CAIRN_ALLOW_PRIVATE_REQUESTS'] === '1',
  }
}
