export type WorkspaceErrorCode =
  | 'migration_changed'
  | 'migration_interrupted'
  | 'migration_failed'
  | 'unknown_workspace'
  | 'unknown_branch'
  | 'branch_exists'
  | 'branch_invalid'
  | 'branch_live'
  | 'datasource_exists'
  | 'datasource_invalid'
  | 'unknown_object'
  | 'unknown_version'
  | 'workspace_exists'
  | 'object_exists'
  | 'object_unreadable'
  | 'draft_conflict'
  | 'never_published'
  | 'role_too_low'
  | 'last_owner'
  | 'unknown_member'
  | 'already_member'
  | 'nothing_to_publish'
  | 'canonical_taken'
  | 'canonical_invalid'
  | 'file_path_invalid'
  | 'env_unreadable'
  | 'owner_exists'

/** What a store refuses. `code` is stable; `at` names the record; the message says what to do next. */
export class WorkspaceError extends Error {
  readonly code: WorkspaceErrorCode
  readonly at: string

  constructor(code: WorkspaceErrorCode, detail: { at: string; message: string; cause?: unknown }) {
    super(detail.message, { cause: detail.cause })
    this.name = 'WorkspaceError'
    this.code = code
    this.at = detail.at
  }
}
