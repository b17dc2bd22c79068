import cluster from 'node:cluster'
import { resolve } from 'node:path'
import type { WorkspaceStore } from '@cairn/workspace'
import { createSetupLink } from '../editor/index.ts'
import { importApart } from '../serve/import-apart.ts'
import { openInstallation } from '../serve/open-installation.ts'
import { dateClock } from '../serve/open-store.ts'
import { startServing } from '../serve/serving.ts'
import { stopSignal, whenAborted } from '../serve/stop-signal.ts'
import { runWorker, startWorkers } from '../serve/workers.ts'
import type { CommandLine, Terminal } from './command.ts'
import { importLines } from './import-lines.ts'
import { readServeFlags, type ServeFlags } from './serve-flags.ts'

/** `cairn serve [FLAGS]`: until SIGINT or SIGTERM. */
export async function serve({ flags }: CommandLine, terminal: Terminal): Promise<number> {
  const log = (line: string) => terminal.error(line)
  if (cluster.isWorker) return runWorker(log)
  const settings = readServeFlags(flags, process.env)
  const stop = stopSignal()
  const installation = await openInstallation({ ...settings, log })
  try {
    await load(installation.url, settings, log)
    const { dataDirectory, redisUrl, allowPrivateRequests, history, host, port, workers } = settings
    const { url: databaseUrl, files: filesDirectory } = installation
    const options = { databaseUrl, filesDirectory, dataDirectory, redisUrl, allowPrivateRequests, history, host, port }
    const serving =
      workers > 1
        ? await startWorkers(workers, options, stop, log)
        : { ...(await startServing({ ...options, log })), failed: new Promise<never>(() => undefined) }
    if (!stop.aborted) await sayReady(installation.store, serving.url, settings.json, terminal)
    try {
      await Promise.race([whenAborted(stop), serving.failed])
    } finally {
      await serving.stop()
    }
    return 0
  } finally {
    await installation.close()
  }
}

async function load(databaseUrl: string, settings: ServeFlags, log: (line: string) => void): Promise<void> {
  const { workspace: folder, canonicals, dataDirectory } = settings
  if (folder === undefined) return
  const { workspace, report } = await importApart({
    databaseUrl,
    dataDirectory,
    folder: resolve(folder),
    canonicals: Object.fromEntries(canonicals),
  })
  for (const line of importLines(workspace.name, report)) log(line)
}

interface Address {
  name: string
  canonical: string
  url: string
}

async function sayReady(store: WorkspaceStore, url: string, json: boolean, terminal: Terminal): Promise<void> {
  const workspaces = await store.listWorkspaces()
  const addresses = workspaces.map(({ name, groups }) => ({
    name,
    groups: groups.map((group) => addressOf(group, url)),
  }))
  const link = await createSetupLink(store, url, dateClock)
  if (json) {
    const models = await Promise.all(workspaces.map(({ id }) => store.publishedModel(id)))
    const tables = models.flatMap(({ model }) => [...model.tables.keys()])
    terminal.out(JSON.stringify({ ready: true, url, groups: addresses.flatMap(({ groups }) => groups), tables }))
    if (link !== null) terminal.error(`Create the owner: ${link}`)
    return
  }
  terminal.out(`Cairn runs at ${url}`)
  if (link !== null) terminal.out(`Create the owner, once, within a day: ${link}`)
  for (const { name, groups } of addresses) {
    terminal.out(`\n${name}`)
    const width = Math.max(0, ...groups.map((group) => group.name.length))
    for (const group of groups) terminal.out(`  ${group.name.padEnd(width)}  ${group.url}`)
  }
}

function addressOf({ name, canonical }: { name: string; canonical: string }, url: string): Address {
  return { name, canonical, url: `${url}/api:${canonical}` }
}
