import { parse, type FileDiagnostic } from '@cairn/language'
import type { CommandLine, Terminal } from './command.ts'
import { diagnosticLine, toJson } from './diagnostic-line.ts'
import { readFiles } from './read-files.ts'

/** `cairn check PATH… [--json]`. */
export async function check({ paths, flags }: CommandLine, terminal: Terminal): Promise<number> {
  const files = await readFiles(paths)
  const parsed = files.map(({ path, text }) => ({ path, ...parse(text) }))
  const diagnostics = parsed.flatMap(({ path, diagnostics: found }): FileDiagnostic[] =>
    found.map((diagnostic) => ({ ...diagnostic, file: path })),
  )
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length
  const warnings = diagnostics.length - errors
  const objects = parsed.reduce((sum, { file }) => sum + file.objects.length, 0)

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
