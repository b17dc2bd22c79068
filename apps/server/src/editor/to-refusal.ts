import { StackError } from '@cairn/statements'
import { WorkspaceError, type WorkspaceErrorCode } from '@cairn/workspace'
import { Refusal } from './refusal.ts'

/** What a person can do something about, with its status. The others are faults of ours. */
const STATUS: Partial<Record<WorkspaceErrorCode, number>> = {
  unknown_workspace: 404,
  unknown_branch: 404,
  unknown_object: 404,
  unknown_version: 404,
  workspace_exists: 409,
  object_exists: 409,
  object_unreadable: 400,
  draft_conflict: 409,
  nothing_to_publish: 409,
  never_published: 409,
  branch_exists: 409,
  branch_invalid: 400,
  branch_live: 409,
  datasource_exists: 409,
  datasource_invalid: 400,
  role_too_low: 403,
  last_owner: 409,
  unknown_member: 404,
  already_member: 409,
  canonical_taken: 409,
  canonical_invalid: 400,
  file_path_invalid: 400,
}

/** The answer to an error, or null when it is a fault of ours. */
export function toRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  // Rows are written as a stack would; an error of type `standard` is about the data too.
  if (error instanceof StackError)
    return new Refusal(error.status === 500 ? 400 : error.status, error.reason, error.message)
  if (!(error instanceof WorkspaceError)) return null
  const status = STATUS[error.code]
  return status === undefined ? null : new Refusal(status, error.code, error.message)
}

/** What a browser learns of a fault of ours. */
export const internalRefusal = (): Refusal =>
  new Refusal(500, 'internal', 'Something went wrong in Cairn. See its log.')
