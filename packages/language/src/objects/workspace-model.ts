import type { Diagnostic } from '../diagnostic.ts'
import type {
  AddonObject,
  ApiGroupObject,
  BranchObject,
  FunctionObject,
  MiddlewareObject,
  OtherObject,
  QueryObject,
  RunJobObject,
  TableObject,
  TableTriggerObject,
  TaskObject,
  ToolObject,
  WorkflowTestObject,
  WorkspaceObject,
} from './types.ts'

/** A finding with the file it is in. */
export interface FileDiagnostic extends Diagnostic {
  file: string
}

/**
 * All objects of a workspace folder, by name. `Map`s keep the order of the files. A name that stands twice keeps the
 * first and adds a diagnostic. Where each object came from is in `files`.
 */
export interface WorkspaceModel {
  tables: Map<string, TableObject>
  groups: Map<string, ApiGroupObject>
  queries: QueryObject[]
  functions: Map<string, FunctionObject>
  tasks: Map<string, TaskObject>
  tableTriggers: Map<string, TableTriggerObject>
  middleware: Map<string, MiddlewareObject>
  addons: Map<string, AddonObject>
  tools: Map<string, ToolObject>
  workflowTests: Map<string, WorkflowTestObject>
  workspace: WorkspaceObject | null
  branches: Map<string, BranchObject>
  jobs: RunJobObject[]
  others: OtherObject[]
  /** Object → path of the file it was read from, and the text. */
  files: Map<object, { path: string; text: string }>
  diagnostics: FileDiagnostic[]
}
