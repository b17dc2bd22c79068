import type { Served } from '../http/served.ts'
import { loadWorkspace, type LoadedWorkspace, type LoadOptions } from './load-workspace.ts'

export interface Workspaces {
  /** By canonical; another map after every publish. */
  served(): ReadonlyMap<string, Served>
  loaded(): LoadedWorkspace[]
  close(): Promise<void>
}

export interface WorkspacesOptions extends LoadOptions {
  /** Called after what is served changed, with the workspace that did. */
  changed(served: ReadonlyMap<string, Served>, workspace: LoadedWorkspace): void
}

/**
 * All workspaces of the store, kept as published. One that cannot be loaded is named and leaves the others alone; what
 * was served of it before goes on being served.
 */
export async function openWorkspaces(options: WorkspacesOptions): Promise<Workspaces> {
  const { store, warn } = options
  const loaded = new Map<number, LoadedWorkspace>()
  let served: ReadonlyMap<string, Served> = new Map()
  let work = Promise.resolve()

  const load = async (id: number): Promise<void> => {
    try {
      const workspace = await loadWorkspace(id, options)
      loaded.set(id, workspace)
      served = byCanonical(loaded.values())
      options.changed(served, workspace)
    } catch (error) {
      warn(
        `Workspace ${id} could not be loaded: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      )
    }
  }
  /** One after the other: a publish during a load is loaded after it. */
  const loadNewer = async (id: number, revision: number): Promise<void> => {
    const current = loaded.get(id)?.published.revision ?? -1
    if (revision > current) await load(id)
  }
  /** One after the other: a publish during a load is loaded after it. */
  const enqueue = (id: number, revision: number): void => {
    work = work.then(() => loadNewer(id, revision))
  }

  const stopListening = await store.onPublished(({ workspaceId, revision }) => enqueue(workspaceId, revision))
  for (const { id } of await store.listWorkspaces()) enqueue(id, 0)
  await work
  return {
    served: () => served,
    loaded: () => [...loaded.values()],
    async close() {
      await stopListening()
      await work
    },
  }
}

function byCanonical(workspaces: Iterable<LoadedWorkspace>): Map<string, Served> {
  const served = new Map<string, Served>()
  for (const workspace of workspaces)
    for (const canonical of workspace.served.groups.keys()) served.set(canonical, workspace.served)
  return served
}
