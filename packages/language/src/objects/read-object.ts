import { type Diagnostic, type Finding, locate } from '../diagnostic.ts'
import type { Statement } from '../tree.ts'
import { readApiGroup } from './read-api-group.ts'
import { readFunction } from './read-function.ts'
import { readOther } from './read-other.ts'
import { readQuery } from './read-query.ts'
import { readTable } from './read-table.ts'
import type { WorkspaceItem } from './types.ts'

type Reader = (statement: Statement, findings: Finding[]) => WorkspaceItem

/** One reader for each construct that runs. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['api_group', readApiGroup],
  ['function', readFunction],
  ['query', readQuery],
  ['table', readTable],
])

/**
 * Reads a saved object from its tree; never throws. What cannot be read takes its default and adds a diagnostic, whose
 * line and column are those of `text`, the source of the statement.
 */
export function readObject(statement: Statement, text = ''): { object: WorkspaceItem; diagnostics: Diagnostic[] } {
  const findings: Finding[] = []
  const read = READERS.get(statement.name) ?? readOther
  const object = read(statement, findings)
  return { object, diagnostics: locate(text, findings) }
}
