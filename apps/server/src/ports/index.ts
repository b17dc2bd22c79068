import { createTokenIssuer, type TokenKeys } from '@cairn/auth'
import type { DatabasePort, Ports, Value } from '@cairn/statements'
import { openCaches, type Caches } from './cache/open-cache.ts'
import { clockPort } from './clock-port.ts'
import { createEnvPort } from './env-port.ts'
import { createFileStore, removeFiles, type FileStore } from './files/file-store.ts'
import { isPublicAddress } from './http/address-guard.ts'
import { createHttpClient } from './http/http-client.ts'
import { openSandbox } from './open-sandbox.ts'
import { RequestPorts, type PortsRequest, type SharedPorts } from './request-ports.ts'

export interface PortsOptions {
  /** Holds the folder of stored files. */
  filesDirectory: string
  /** Signs URLs of private files. */
  secret: Uint8Array
  /** Null keeps caches in this process. */
  redisUrl: string | null
  /** In the place of what `redisUrl` would open. */
  caches?: Caches
  /** Whether stacks may call this machine and its own network. */
  allowPrivateRequests: boolean
  /** Largest answer a stack may get from another server. */
  maxResponseBytes?: number
  /** Takes the lines that `debug.log` writes. */
  writeLog: (line: string) => void
}

/** What the ports of one workspace know of it. */
interface PortsWorkspace {
  /** Letters, digits, `-` and `_`. */
  id: string
  env: { readonly [key: string]: Value }
  keys: () => TokenKeys
  table: (name: string) => { auth: boolean } | null
}

export interface WorkspacePorts {
  /** Cheap: made anew for each request, whose `baseUrl` and `signal` are read when something asks for them. */
  forRequest(request: PortsRequest, db: DatabasePort, datasource: string): Ports
  files: FileStore
}

export interface ServerPorts {
  forWorkspace(workspace: PortsWorkspace): WorkspacePorts
  /** The stored files of a workspace; its id is letters, digits, `-` and `_`. */
  files(workspace: string): FileStore
  /** Removes every stored file of a workspace. */
  removeFiles(workspace: string): Promise<void>
  /** Closes connections to the cache and to other servers. */
  close(): Promise<void>
}

/** The real ports of a server: its cache and its connections are shared, keys and files belong to a workspace. */
export async function createPorts(options: PortsOptions): Promise<ServerPorts> {
  const { filesDirectory: directory, secret, redisUrl, writeLog, maxResponseBytes } = options
  const caches = options.caches ?? (await openCaches({ clock: clockPort, redisUrl }))
  const client = createHttpClient({
    allows: options.allowPrivateRequests ? () => true : isPublicAddress,
    ...(maxResponseBytes === undefined ? {} : { maxBytes: maxResponseBytes }),
  })
  const openFiles = (workspace: string) => createFileStore({ directory, workspace, secret, clock: clockPort })
  const sandbox = openSandbox()
  return {
    files: openFiles,
    removeFiles: (workspace) => removeFiles(directory, workspace),
    forWorkspace({ id, env: variables, keys, table }) {
      const files = openFiles(id)
      const issueToken = createTokenIssuer({ clock: clockPort, keys, workspace: id, table })
      const shared: SharedPorts = {
        cache: caches.workspace(id),
        env: createEnvPort(variables),
        client,
        files,
        lambda: sandbox.forOwner(id),
        issueToken,
        log: { write: writeLog, workspace: id },
      }
      return {
        files,
        forRequest: (request, db, datasource) => new RequestPorts(shared, request, db, datasource),
      }
    },
    async close() {
      client.close()
      sandbox.close()
      await caches.close()
    },
  }
}
