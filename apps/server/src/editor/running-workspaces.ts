import type { MigrationPlan } from '@cairn/database'
import type { TableObject, WorkspaceModel } from '@cairn/language'
import type { Value } from '@cairn/statements'

/** What the editor may ask of the workspaces that this process serves. */
export interface RunningWorkspaces {
  /** Serves what is published now; resolves when it does, with what there is to say about it. */
  reload(workspace: number): Promise<string[]>
  /** Deletes the data of a workspace whose records are gone, and serves it no more. */
  drop(workspace: number): Promise<void>
  /** What is served of the live branch; null when it could not be loaded. */
  model(workspace: number): WorkspaceModel | null
  /** What would change if the workspace had these tables. */
  planTables(workspace: number, datasource: string, tables: Iterable<TableObject>): Promise<MigrationPlan>
  /** Makes changes of the published tables that could lose data, those with these keys. */
  changeTables(workspace: number, datasource: string, consent: readonly string[]): Promise<MigrationPlan>
  /** Runs a function, given as text, against a datasource of a workspace. */
  runText(workspace: number, datasource: string, text: string, input: { [key: string]: Value }): Promise<Value>
}
