import { checkWorkspace } from '@cairn/checker'
import type { FileDiagnostic, WorkspaceModel } from '@cairn/language'
import { catalogue } from '@cairn/statements'
import type { CommandLine, Terminal } from './command.ts'
import { diagnosticLine, toJson } from './diagnostic-line.ts'
import { findWorkspaces } from './find-workspaces.ts'
import { readFiles } from './read-files.ts'

/** `cairn check PATH… [--json]`. */
export async function check({ paths, flags }: CommandLine, terminal: Terminal): Promise<number> {
  const files = await readFiles(paths)
  const models = findWorkspaces(files)
  const diagnostics = models.flatMap(findingsIn).toSorted(byPlace)
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length
  const warnings = diagnostics.length - errors
  const objects = models.reduce((sum, model) => sum + model.files.size, 0)

  if (flags['json']) {
    terminal.out(
      JSON.stringify({ files: files.length, objects, errors, warnings, diagnostics: diagnostics.map(toJson) }),
    )
  } else {
    for (const diagnostic of diagnostics) terminal.out(diagnosticLine(diagnostic))
    terminal.out(`${files.length} files, ${objects} objects, ${errors} errors, ${warnings} warnings`)
  }
  return errors === 0 ? 0 : 1
}

function findingsIn(model: WorkspaceModel): FileDiagnostic[] {
  return [...model.diagnostics, ...checkWorkspace(model, catalogue)]
}

function byPlace(a: FileDiagnostic, b: FileDiagnostic): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start
}
