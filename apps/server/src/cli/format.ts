import { writeFile } from 'node:fs/promises'
import { checkStable, parse, print, type FileDiagnostic } from '@cairn/language'
import type { CommandLine, Terminal } from './command.ts'
import { diagnosticLine, toJson } from './diagnostic-line.ts'
import { readFiles, type SourceText } from './read-files.ts'

interface Outcome {
  unstable: string[]
  diagnostics: FileDiagnostic[]
  written: number
}

/** `cairn format PATH… [--check] [--json]`. A file that printing would not keep is named and never written. */
export async function format({ paths, flags }: CommandLine, terminal: Terminal): Promise<number> {
  const files = await readFiles(paths)
  const outcome: Outcome = { unstable: [], diagnostics: [], written: 0 }
  for (const file of files) await formatFile(file, flags['check'] === true, outcome)

  const { unstable, diagnostics, written } = outcome
  if (flags['json']) {
    terminal.out(JSON.stringify({ files: files.length, unstable, diagnostics: diagnostics.map(toJson) }))
  } else {
    for (const diagnostic of diagnostics) terminal.out(diagnosticLine(diagnostic))
    for (const path of unstable) terminal.out(`${path}: printing it would not keep it as it is`)
    terminal.out(`${files.length} files, ${unstable.length} unstable, ${written} written`)
  }
  const broken = diagnostics.some((diagnostic) => diagnostic.severity === 'error')
  return unstable.length === 0 && !broken ? 0 : 1
}

async function formatFile({ path, text }: SourceText, onlyCheck: boolean, outcome: Outcome): Promise<void> {
  const { stable, diagnostics } = checkStable(text)
  outcome.diagnostics.push(...diagnostics.map((diagnostic) => ({ ...diagnostic, file: path })))
  if (!stable) outcome.unstable.push(path)
  const broken = diagnostics.some((diagnostic) => diagnostic.severity === 'error')
  if (onlyCheck || !stable || broken) return
  const printed = print(parse(text).file)
  if (printed === text) return
  await writeFile(path, printed)
  outcome.written += 1
}
