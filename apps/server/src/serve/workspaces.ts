import type { Served } from '../http/served.ts'
import type { PublishedEvent } from '@cairn/workspace'
import { loadWorkspace, type LoadedWorkspace, type LoadOptions } from './load-workspace.ts'

export interface Workspaces {
  /** By canonical; another map after every publish. */
  served(): ReadonlyMap<string, Served>
  loaded(): LoadedWorkspace[]
  find(workspaceId: number): LoadedWorkspace | null
  /** Resolves when what the store holds now of the live branch of a workspace, and of the one named, is served here. */
  caughtUp(workspaceId: number, branch?: string): Promise<void>
  close(): Promise<void>
}

export interface WorkspacesOptions extends LoadOptions {
  /** Called after what is served changed, with the workspace that did: null when it is gone. */
  changed(served: ReadonlyMap<string, Served>, id: number, workspace: LoadedWorkspace | null): void
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
      loaded.set(id, await loadWorkspace(id, options))
      served = byCanonical(loaded.values())
      options.changed(served, id, loaded.get(id) ?? null)
    } catch (error) {
      warn(
        `Workspace ${id} could not be loaded: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      )
    }
  }
  const forget = (id: number): void => {
    if (!loaded.delete(id)) return
    served = byCanonical(loaded.values())
    options.changed(served, id, null)
  }
  const catchUp = async ({ workspaceId, branch, live, revision, gone }: PublishedEvent): Promise<void> => {
    const current = loaded.get(workspaceId)
    if (gone) forget(workspaceId)
    else if (current === undefined) await load(workspaceId)
    else if (!live) current.branchChanged(branch)
    else if (branch !== current.published.branch || revision > current.published.revision) await load(workspaceId)
  }
  /** One after the other: a publish during a load is loaded after it. */
  const enqueue = (event: PublishedEvent): void => {
    work = work.then(() => catchUp(event))
  }

  const stopListening = await store.onPublished(enqueue)
  for (const { id } of await store.listWorkspaces()) work = work.then(() => load(id))
  await work
  return {
    served: () => served,
    loaded: () => [...loaded.values()],
    find: (id) => loaded.get(id) ?? null,
    async caughtUp(id, branch) {
      const states = await store.branchStates(id)
      if (states.length === 0) enqueue({ workspaceId: id, branch: '', live: true, revision: 0, gone: true })
      for (const state of states) if (state.live || state.branch === branch) enqueue(state)
      await work
    },
    async close() {
      await stopListening()
      await work
    },
  }
}

function byCanonical(workspaces: Iterable<LoadedWorkspace>): Map<string, Served> {
  const served = new Map<string, Served>()
  for (const workspace of workspaces)
    for (const canonical of workspace.published.canonicals.values()) served.set(canonical, workspace.served)
  return served
}
