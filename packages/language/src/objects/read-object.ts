import { type Diagnostic, type Finding, locate } from '../diagnostic.ts'
import type { Statement } from '../tree.ts'
import { readAddon } from './read-addon.ts'
import { readApiGroup } from './read-api-group.ts'
import { readBranch } from './read-branch.ts'
import { readFunction } from './read-function.ts'
import { readMiddleware } from './read-middleware.ts'
import { readOther } from './read-other.ts'
import { readQuery } from './read-query.ts'
import { readRunJob } from './read-run-job.ts'
import { readTableTrigger } from './read-table-trigger.ts'
import { readTable } from './read-table.ts'
import { readTask } from './read-task.ts'
import { readTool } from './read-tool.ts'
import { readWorkflowTest } from './read-workflow-test.ts'
import { readWorkspaceObject } from './read-workspace-object.ts'
import type { WorkspaceItem } from './types.ts'

type Reader = (statement: Statement, findings: Finding[]) => WorkspaceItem

/** One reader for each construct that runs. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['addon', readAddon],
  ['api_group', readApiGroup],
  ['branch', readBranch],
  ['function', readFunction],
  ['middleware', readMiddleware],
  ['query', readQuery],
  ['run.job', readRunJob],
  ['table', readTable],
  ['table_trigger', readTableTrigger],
  ['task', readTask],
  ['tool', readTool],
  ['workflow_test', readWorkflowTest],
  ['workspace', readWorkspaceObject],
])

/**
 * Reads a saved object from its tree; never throws. What cannot be read takes its default and adds a diagnostic, whose
 * line and column are those of `text`, the source of the statement.
 */
export function readObject(statement: Statement, text = ''): { object: WorkspaceItem; diagnostics: Diagnostic[] } {
  const findings: Finding[] = []
  const object = readItem(statement, findings)
  return { object, diagnostics: locate(text, findings) }
}

/** As `readObject`, with the findings added to a list. */
export function readItem(statement: Statement, findings: Finding[]): WorkspaceItem {
  const read = READERS.get(statement.name) ?? readOther
  return read(statement, findings)
}
