import { readWorkspace, type FileDiagnostic, type WorkspaceModel } from '@cairn/language'
import type { SourceText } from './read-files.ts'

/** Folders that exports of a workspace are made of. What holds one of them is a workspace. */
const kinds =
  /^(tables?|functions?|apis?|tasks?|addons?|tools?|agents?|middlewares?|triggers?|table_triggers?|mcp_servers?|workflow_tests?|unit_tests?|workspaces?|branch(es)?|realtime_channels?)$/i

/**
 * The workspaces among some files. Files that can stand beside each other are one workspace, in whatever layout. Files that
 * hold two objects of one name are several, when folders of kinds (`table`, `function`, `api`) tell where each begins. What
 * then still holds two of one name is a heap of files: each is read alone, and the name that stands twice is a warning.
 */
export function findWorkspaces(files: readonly SourceText[]): WorkspaceModel[] {
  const whole = readWorkspace(files)
  if (!whole.diagnostics.some(isTwice)) return [whole]
  const roots = new Set(files.flatMap(({ path }) => rootOf(path) ?? []))
  const groups = new Map<string, SourceText[]>()
  for (const file of files) {
    const root = rootOf(file.path) ?? rootAbove(file.path, roots)
    groups.set(root, [...(groups.get(root) ?? []), file])
  }
  return groups.size < 2 ? [whole] : [...groups.values()].flatMap(readGroup)
}

function readGroup(files: readonly SourceText[]): WorkspaceModel[] {
  const model = readWorkspace(files)
  const twice = model.diagnostics.filter(isTwice)
  if (twice.length === 0) return [model]
  const [first, ...others] = files.map((file) => readWorkspace([file]))
  if (first === undefined) return []
  const warnings = twice.map((diagnostic): FileDiagnostic => ({ ...diagnostic, severity: 'warning' }))
  return [{ ...first, diagnostics: [...first.diagnostics, ...warnings] }, ...others]
}

function isTwice({ code }: FileDiagnostic): boolean {
  return code === 'duplicate_name' || code === 'duplicate_endpoint'
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
