import { basename, resolve } from 'node:path'
import { readWorkspace } from '@cairn/language'
import type { ImportReport, Workspace, WorkspaceStore } from '@cairn/workspace'
import { readFolder } from '../cli/read-files.ts'

export interface FolderImport {
  folder: string
  /** Of the workspace; what the folder says, or the folder's own name, when left out. */
  name?: string
  /** Made from the live branch when there is none of that name; the live branch itself when left out. */
  branch?: string
  /** Remove what the folder does not hold. */
  delete?: boolean
  /** Group name → URL segment. */
  canonicals?: ReadonlyMap<string, string>
}

/** Brings a workspace folder into the store, making the workspace when there is none of that name, and publishes it. */
export async function importFolder(
  store: WorkspaceStore,
  { folder, name, branch, delete: remove = false, canonicals = new Map() }: FolderImport,
): Promise<{ workspace: Workspace; report: ImportReport }> {
  const files = await readFolder(folder)
  const wanted = name ?? (readWorkspace(files).workspace?.name || basename(resolve(folder)))
  const workspace = (await store.workspaceByName(wanted)) ?? (await store.createWorkspace({ name: wanted }))
  if (branch !== undefined && !(await store.publishedModel(workspace.id)).branches.has(branch)) {
    await store.createBranch(workspace.id, { name: branch })
  }
  const report = await store.importFolder(workspace.id, files, {
    delete: remove,
    ...(branch === undefined ? {} : { branch }),
  })
  for (const [group, canonical] of canonicals) await store.setCanonical(workspace.id, group, canonical)
  return { workspace, report }
}
