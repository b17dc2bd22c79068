import type { FileDiagnostic, WorkspaceItem, WorkspaceModel } from '@cairn/language'
import type { Transaction } from '../records.ts'
import type { StoreOptions } from '../types.ts'
import { assembleWith, diagnosticsIn, findObjectRow } from './drafts.ts'

/** A branch as it would be with another text of one object. */
export interface ModelWith {
  model: WorkspaceModel
  /** The object in the model; null when its text can not be read. */
  item: WorkspaceItem | null
  /** Those of that text. */
  diagnostics: FileDiagnostic[]
}

export const modelWith = async (
  tx: Transaction,
  { read, check }: Pick<StoreOptions, 'read' | 'check'>,
  workspaceId: number,
  objectId: number,
  source: string,
): Promise<ModelWith> => {
  const row = await findObjectRow(tx, workspaceId, objectId)
  const assembled = await assembleWith(tx, row, source)
  const model = read(assembled.files)
  const range = assembled.ranges.get(objectId)
  const isThere = ([item, { path }]: [object, { path: string }]) => {
    const { start } = (item as WorkspaceItem).statement
    return range !== undefined && path === range.path && start >= range.start && start < range.end
  }
  const item = ([...model.files].find(isThere)?.[0] ?? null) as WorkspaceItem | null
  return { model, item, diagnostics: diagnosticsIn(objectId, assembled, model, check) }
}
