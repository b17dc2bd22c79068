import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Workspace, WorkspaceStore } from '@cairn/workspace'
import { dataLocation } from '../serve/data-location.ts'
import { openInstallation } from '../serve/open-installation.ts'
import { UsageError, type CommandLine, type Terminal } from './command.ts'

/** `cairn pull DIR`: writes the newest texts, drafts included, in the files they came from. Removes no file. */
export async function pull({ paths, flags }: CommandLine, terminal: Terminal): Promise<number> {
  const log = (line: string) => terminal.error(line)
  const folder = resolve(paths[0]!)
  const installation = await openInstallation({ ...dataLocation(process.env), ephemeral: false, log })
  try {
    const workspace = await chooseWorkspace(installation.store, flags['name'])
    const { branch } = flags
    const files = await installation.store.exportFolder(workspace.id, typeof branch === 'string' ? { branch } : {})
    for (const { path, text } of files) {
      const file = join(folder, path)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, text)
    }
    const names = files.map(({ path }) => path)
    terminal.out(
      flags['json']
        ? JSON.stringify({ workspace: workspace.name, files: names })
        : `${workspace.name}: ${names.length} files`,
    )
    return 0
  } finally {
    await installation.close()
  }
}

async function chooseWorkspace(store: WorkspaceStore, name: unknown): Promise<Workspace> {
  const workspaces = await store.listWorkspaces()
  const [first, ...others] = typeof name === 'string' ? workspaces.filter((known) => known.name === name) : workspaces
  if (first && others.length === 0) return first
  const names = workspaces.map((workspace) => `"${workspace.name}"`).join(', ')
  if (first) throw new UsageError(`There are several workspaces: choose one with --name: ${names}.`)
  throw new UsageError(
    names === '' ? 'There is no workspace yet: push one first.' : `Choose one with --name: ${names}.`,
  )
}
