import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { hashPassword, verifyPassword } from '@cairn/auth'
import { createDatabase } from '@cairn/database'
import { StackError } from '@cairn/statements'
import { createEditorApi, type RunRelay } from '../editor/index.ts'
import type { Handler, Host } from '../http/handle-request.ts'
import { serveVault } from '../http/vault/serve-vault.ts'
import { createHttpServer } from '../http/http-server.ts'
import { openHistory } from '../history/open-history.ts'
import { defaultLimits } from './default-limits.ts'
import { createEditorServing } from './editor-serving.ts'
import { editorPages } from './editor-pages.ts'
import { httpAddress } from './http-address.ts'
import { readInstallationKeys } from './installation-keys.ts'
import type { LoadedWorkspace } from './load-workspace.ts'
import type { Retention } from '@cairn/workspace'
import { createPorts } from '../ports/index.ts'
import { dateClock, openStore } from './open-store.ts'
import { projectRoot } from './project-root.ts'
import type { Caches } from '../ports/cache/open-cache.ts'
import { clockPort } from '../ports/clock-port.ts'
import { ObjectTester } from '../test/object-tester.ts'
import { TaskScheduler } from '../tasks/task-scheduler.ts'
import { StartError } from './start-error.ts'
import { createTallies } from './tallies.ts'
import { openWorkspaces } from './workspaces.ts'

export interface ServingOptions {
  /** PostgreSQL, with the records up to date. */
  databaseUrl: string
  dataDirectory: string
  /** The folder of stored files. */
  filesDirectory: string
  host: string
  port: number
  redisUrl: string | null
  /** In the place of Redis or caches of this process. */
  caches?: Caches
  /** To the process that holds the debugger's runs of a person; left out where this is the only one. */
  relay?: RunRelay
  /** Whether stacks may call this machine and its own network. */
  allowPrivateRequests: boolean
  /** How much of the requests it serves is kept; null for nothing. */
  history: Retention | null
  log: (line: string) => void
}

export interface Serving {
  url: string
  loaded(): LoadedWorkspace[]
  /** Takes no new requests, gives those that run ten seconds to end, then closes everything. Safe to call twice. */
  stop(): Promise<void>
}

const patience = 10_000
const maxBody = 100 * 1024 * 1024

/** Serves the APIs of all workspaces, the editor's API and its pages from this process. */
export async function startServing(options: ServingOptions): Promise<Serving> {
  const { databaseUrl, dataDirectory, filesDirectory, host, port, log } = options
  const { installation, tokens, files: filesKey } = await readInstallationKeys(dataDirectory)
  const store = openStore(databaseUrl, installation)
  const database = createDatabase({ url: databaseUrl })
  const ports = await createPorts({
    filesDirectory,
    secret: filesKey,
    redisUrl: options.redisUrl,
    ...(options.caches === undefined ? {} : { caches: options.caches }),
    allowPrivateRequests: options.allowPrivateRequests,
    writeLog: log,
  })
  const tallies = createTallies(store.endpointHours, dateClock, log)
  const history = openHistory({ history: store.requests, clock: clockPort, log, retention: options.history })
  const httpHost: Host = {
    served: new Map(),
    notes: true,
    limits: defaultLimits,
    meta: notReady,
    vault: serveVault((workspace) => ports.files(workspace)),
    pages: editorPages(join(projectRoot(), 'apps', 'editor', 'out')),
    maxBody,
    report: (error, requestId) => log(reportLine(error, requestId)),
  }
  let ownAddress = ''
  const tasks = new TaskScheduler({ databaseUrl, clock: clockPort, baseUrl: () => ownAddress, log })
  const workspaces = await openWorkspaces({
    store,
    database,
    tokens,
    server: ports,
    tallies,
    history,
    warn: log,
    changed: (served, id, workspace) => {
      httpHost.served = served
      if (workspace === null) tasks.forget(id)
      else void tasks.schedule({ ...workspace.published.workspace, live: workspace.live })
    },
  })
  httpHost.meta = createEditorApi({
    store,
    serving: createEditorServing(workspaces, database, ports, {
      tallies,
      history,
      tokens,
      tester: new ObjectTester({ databaseUrl, dataDirectory, log }),
    }),
    passwords: { hash: (password) => hashPassword(password), verify: verifyPassword },
    clock: dateClock,
    onError: (error) => log(`The editor's API failed: ${describe(error)}`),
    relay: options.relay,
  })
  const server = createHttpServer(httpHost)
  const close = async () => {
    await stopServer(server)
    await workspaces.close()
    await tasks.close()
    await tallies.stop()
    await history.stop()
    await ports.close()
    await database.close()
    await store.close()
  }
  try {
    server.listen(port, host)
    await once(server, 'listening')
    ownAddress = httpAddress(server.address() as AddressInfo)
  } catch (error) {
    await close()
    throw listenError(error, host, port)
  }
  let stopping: Promise<void> | null = null
  return {
    url: ownAddress,
    loaded: () => workspaces.loaded(),
    stop: () => (stopping ??= close()),
  }
}

/** In the place of the editor's API until the workspaces are loaded; the server listens only after that. */
const notReady: Handler = (_incoming, outgoing) => {
  outgoing.writeHead(503).end()
}

async function stopServer(server: Server): Promise<void> {
  if (!server.listening) return
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearTimeout(timer)
}

function listenError(error: unknown, host: string, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return new StartError(`Port ${port} of ${host} is taken. Choose another with --port.`, { cause: error })
  if (code === 'EACCES')
    return new StartError(`Port ${port} needs more rights. Choose one above 1023.`, { cause: error })
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartError(`${host} is no address of this machine. Choose another with --host.`, { cause: error })
  }
  return error
}

/** An error of a stack gets here when no client waits for its answer any more. */
function reportLine(error: unknown, requestId: string): string {
  if (!(error instanceof StackError)) return `Request ${requestId} met a defect of Cairn: ${describe(error)}`
  return `Request ${requestId} failed after its answer: ${error.message} (at ${error.place ?? 'its start'})`
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
