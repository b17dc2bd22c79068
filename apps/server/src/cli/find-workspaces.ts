import { readWorkspace, type WorkspaceModel } from '@cairn/language'
import type { SourceText } from './read-files.ts'

/** Folders that exports of a workspace are made of. What holds one of them is a workspace. */
const kinds =
  /^(tables?|functions?|apis?|tasks?|addons?|tools?|agents?|middlewares?|triggers?|table_triggers?|mcp_servers?|workflow_tests?|unit_tests?|workspaces?|branch(es)?|realtime_channels?)$/i

/**
 * The workspaces among some files. Files that can stand beside each other are one workspace, in whatever layout. Files that
 * hold two objects of one name are several, when folders of kinds (`table`, `function`, `api`) tell where each begins.
 */
export function findWorkspaces(files: readonly SourceText[]): WorkspaceModel[] {
  const whole = readWorkspace(files)
  if (!whole.diagnostics.some(({ code }) => code === 'duplicate_name' || code === 'duplicate_endpoint')) return [whole]
  const roots = new Set(files.flatMap(({ path }) => rootOf(path) ?? []))
  const groups = new Map<string, SourceText[]>()
  for (const file of files) {
    const root = rootOf(file.path) ?? rootAbove(file.path, roots)
    groups.set(root, [...(groups.get(root) ?? []), file])
  }
  return groups.size < 2 ? [whole] : [...groups.values()].map(readWorkspace)
}

/** The folder that holds the outermost folder of a kind, or null. */
function rootOf(path: string): string | null {
  const folders = path.split('/').slice(0, -1)
  const at = folders.findIndex((folder) => kinds.test(folder))
  return at < 0 ? null : folders.slice(0, at).join('/')
}

/** The nearest workspace around a file, or the file's own folder. */
function rootAbove(path: string, roots: ReadonlySet<string>): string {
  const folders = path.split('/').slice(0, -1)
  for (let length = folders.length; length > 0; length--) {
    const folder = folders.slice(0, length).join('/')
    if (roots.has(folder)) return folder
  }
  return folders.join('/')
}
