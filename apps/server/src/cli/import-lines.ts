import type { ImportReport } from '@cairn/workspace'
import { diagnosticLine } from './diagnostic-line.ts'

/** What an import did, for people. */
export function importLines(workspace: string, report: ImportReport): string[] {
  const { created, updated, deleted, unchanged, drafts, replacedDrafts, diagnostics } = report
  const counts = [
    `${created.length} new`,
    `${updated.length} changed`,
    `${deleted.length} removed`,
    `${unchanged} as before`,
  ]
  return [
    ...diagnostics.map(diagnosticLine),
    ...replacedDrafts.map(({ kind, name }) => `${kind} "${name}" had an unpublished draft: kept in its history`),
    ...drafts.map(({ kind, name }) => `${kind} "${name}" has errors: kept as a draft, not served`),
    `${workspace}: ${report.files} files, ${counts.join(', ')}`,
  ]
}
